// What a callable was built from, with all that it may refer to, lives as long as the callable.
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <set>
#include <utility>

#include "targets.h"

namespace lasting {

inline std::set<const void*> living;

class Wheel {
 public:
  explicit Wheel(int size = 1) : size_(size) { living.insert(this); }
  Wheel(const Wheel& other) : size_(other.size_) { living.insert(this); }
  Wheel& operator=(const Wheel&) = delete;
  ~Wheel() { living.erase(this); }
  int size() const { return living.contains(this) ? size_ : -1; }

 private:
  int size_;
};

/// Refers to what it was given.
class Axle {
 public:
  explicit Axle(const Wheel& wheel) : wheel_(wheel) { living.insert(this); }
  Axle(const Axle&) = delete;  // nor moved
  Axle& operator=(const Axle&) = delete;
  ~Axle() {
    if (wheel_.size() < 0) ++late;  // an end that asks what it refers to
    living.erase(this);
  }
  int size() const { return living.contains(this) ? wheel_.size() : -2; }
  static inline int late = 0;

 private:
  const Wheel& wheel_;
};

inline int turn(std::shared_ptr<Axle> axle, int times = 1) { return axle->size() * times; }
inline int turn_in_place(const Axle& axle, int times = 1) { return axle.size() * times; }

struct Car {
  std::shared_ptr<Axle> axle;
  std::function<int()> turn;
};

}  // namespace lasting

template <>
struct run::Target<::lasting::Wheel> {
  static constexpr ::std::string_view name = "lasting::Wheel";
  struct Args {
    ::run::Arg<int> size{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> size;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("size", {.text = "1", .value = [] { return ::run::value<int>(1); }})};
  static ::lasting::Wheel build(::run::Built& args) {
    return args.choose({{}, {0}}) == 0 ? ::lasting::Wheel() : ::lasting::Wheel(args.get<int>(0));
  }
};

template <>
struct run::Target<::lasting::Axle> {
  static constexpr ::std::string_view name = "lasting::Axle";
  struct Args {
    ::run::Arg<::lasting::Wheel> wheel{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::lasting::Wheel, 0> wheel;
  };
  static constexpr ::run::Parameter parameters[] = {::run::parameter<::lasting::Wheel>("wheel")};
  static ::lasting::Axle build(::run::Built& args) {
    args.choose({{0}});
    return ::lasting::Axle(args.get<const ::lasting::Wheel&>(0));
  }
};

template <>
struct run::Target<::run::Fn<&::lasting::turn>> {
  static constexpr ::std::string_view name = "lasting::turn";
  struct Args {
    ::run::Arg<::std::shared_ptr<::lasting::Axle>> axle{};
    ::run::Arg<int> times{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::std::shared_ptr<::lasting::Axle>, 0> axle;
    ::run::Field<int, 1> times;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::std::shared_ptr<::lasting::Axle>>("axle"),
      ::run::parameter<int>("times", {.text = "1", .value = [] { return ::run::value<int>(1); }})};
  static int build(::run::Built& args) {
    if (args.choose({{0}, {0, 1}}) == 0) return ::lasting::turn(args.get<::std::shared_ptr<::lasting::Axle>>(0));
    return ::lasting::turn(args.get<::std::shared_ptr<::lasting::Axle>>(0), args.get<int>(1));
  }
};

template <>
struct run::Target<::run::Fn<&::lasting::turn_in_place>> {
  static constexpr ::std::string_view name = "lasting::turn_in_place";
  struct Args {
    ::run::Arg<::lasting::Axle> axle{};
    ::run::Arg<int> times{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::lasting::Axle, 0> axle;
    ::run::Field<int, 1> times;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::lasting::Axle>("axle"),
      ::run::parameter<int>("times", {.text = "1", .value = [] { return ::run::value<int>(1); }})};
  static int build(::run::Built& args) {
    if (args.choose({{0}, {0, 1}}) == 0) return ::lasting::turn_in_place(args.get<const ::lasting::Axle&>(0));
    return ::lasting::turn_in_place(args.get<const ::lasting::Axle&>(0), args.get<int>(1));
  }
};

template <>
struct run::Target<::lasting::Car> {
  static constexpr ::std::string_view name = "lasting::Car";
  struct Args {
    ::run::Arg<::std::shared_ptr<::lasting::Axle>> axle{};
    ::run::Arg<::std::function<int()>> turn{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::std::shared_ptr<::lasting::Axle>, 0> axle;
    ::run::Field<::std::function<int()>, 1> turn;
  };
  static constexpr ::run::Parameter parameters[] = {::run::member<::std::shared_ptr<::lasting::Axle>>("axle"),
                                                    ::run::member<::std::function<int()>>("turn")};
  static ::lasting::Car build(::run::Built& args) {
    ::lasting::Car object{};
    if (args.has(0)) object.axle = args.get<::std::shared_ptr<::lasting::Axle>>(0);
    if (args.has(1)) object.turn = args.get<::std::function<int()>>(1);
    return object;
  }
};

namespace {

using lasting::Axle;
using lasting::Car;
using lasting::Wheel;

TEST(CallableLifetime, OfItsOwnArguments) {
  {
    const auto call = run::build(
        run::partial<&lasting::turn>({.axle = run::Config<Axle>({.wheel = run::Config<Wheel>({.size = 5})})}));
    EXPECT_EQ(call(), 5);
    EXPECT_EQ(call({.times = 2}), 10);
  }
  EXPECT_EQ(lasting::living.size(), 0U);
}

TEST(CallableLifetime, OfWhatTheBuildMadeBefore) {
  {
    const run::Shared<Axle> axle({.wheel = run::Config<Wheel>({.size = 5})});
    Car car = run::build(run::Config<Car>({.axle = axle, .turn = run::partial<&lasting::turn>({.axle = axle})}));
    EXPECT_EQ(car.turn(), 5);
    car.axle.reset();
    EXPECT_EQ(car.turn(), 5);
  }
  EXPECT_EQ(lasting::living.size(), 0U);
  EXPECT_EQ(Axle::late, 0);
}

TEST(CallableLifetime, OfWhatCannotBeMoved) {
  {
    const auto call = run::build(
        run::partial<&lasting::turn_in_place>({.axle = run::Config<Axle>({.wheel = run::Config<Wheel>({.size = 5})})}));
    EXPECT_EQ(call(), 5);
    EXPECT_EQ(call(), 5);
    EXPECT_EQ(call({.times = 3}), 15);
  }
  EXPECT_EQ(lasting::living.size(), 0U);
  EXPECT_EQ(Axle::late, 0);
}

}  // namespace
