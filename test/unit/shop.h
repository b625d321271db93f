// A program that trains something, and its targets as the compiler would write them: a base class, tags, callables.
#pragma once

#include <run/run.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace shop {

class Optimizer {
 public:
  virtual ~Optimizer() = default;
  virtual std::string name() const = 0;
};

class Adam : public Optimizer {
 public:
  explicit Adam(double lr = 0.001, double beta = 0.9) : lr_(lr), beta_(beta) {}
  std::string name() const override { return "adam " + std::to_string(lr_ + beta_); }

 private:
  double lr_;
  double beta_;
};

class Sgd : public Optimizer {
 public:
  explicit Sgd(double lr = 0.1, int momentum = 0) : lr_(lr), momentum_(momentum) {}
  std::string name() const override { return "sgd " + std::to_string(lr_) + " " + std::to_string(momentum_); }

 private:
  double lr_;
  int momentum_;
};

inline int dice_made = 0;
struct Dice {
  int sides = 6;
  int number = ++dice_made;
};

/// Two constructors, each with defaults of its own.
class Line {
 public:
  explicit Line(int width = 1) : text_(std::to_string(width)) {}
  explicit Line(std::string text, int times = 2) : text_(std::move(text) + std::to_string(times)) {}
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

struct Trainer {
  std::shared_ptr<Optimizer> optimizer;
  std::vector<std::shared_ptr<Optimizer>> more;
  std::map<std::string, int> limits;
  std::vector<int> steps = {1, 2, 3};
  int seed = 1;
};

inline int throws(std::unique_ptr<Dice> dice, int more = 0) { return dice->number * 100 + dice->sides + more; }
inline int calls(std::function<std::unique_ptr<Dice>()> make) { return make()->number * 100 + make()->number; }

}  // namespace shop

template <>
struct run::Target<::shop::Adam> {
  static constexpr ::std::string_view name = "shop::Adam";
  struct Args {
    ::run::Arg<double> lr{};
    ::run::Arg<double> beta{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<double, 0> lr;
    ::run::Field<double, 1> beta;
  };
  using Bases = ::run::Bases<::shop::Optimizer>;
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<double>(
          "lr", {.text = "0.001", .value = [] { return ::run::value<double>(0.001); }, .tags = "rate,tunable"}),
      ::run::parameter<double>("beta",
                               {.text = "0.9", .value = [] { return ::run::value<double>(0.9); }, .tags = "tunable"}),
  };
  static ::shop::Adam build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<3, 3> forms{{}, {0}, {0, 1}};
    switch (args.choose(forms)) {
      case 0:
        return ::shop::Adam();
      case 1:
        return ::shop::Adam(args.get<double>(0));
      default:
        return ::shop::Adam(args.get<double>(0), args.get<double>(1));
    }
  }
};
template <>
inline const bool run::registered<::shop::Adam> = ::run::register_target<::shop::Adam>();

template <>
struct run::Target<::shop::Sgd> {
  static constexpr ::std::string_view name = "shop::Sgd";
  struct Args {
    ::run::Arg<double> lr{};
    ::run::Arg<int> momentum{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<double, 0> lr;
    ::run::Field<int, 1> momentum;
  };
  using Bases = ::run::Bases<::shop::Optimizer>;
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<double>("lr",
                               {.text = "0.1", .value = [] { return ::run::value<double>(0.1); }, .tags = "rate"}),
      ::run::parameter<int>("momentum", {.text = "0", .value = [] { return ::run::value<int>(0); }}),
  };
  static ::shop::Sgd build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<3, 3> forms{{}, {0}, {0, 1}};
    switch (args.choose(forms)) {
      case 0:
        return ::shop::Sgd();
      case 1:
        return ::shop::Sgd(args.get<double>(0));
      default:
        return ::shop::Sgd(args.get<double>(0), args.get<int>(1));
    }
  }
};
template <>
inline const bool run::registered<::shop::Sgd> = ::run::register_target<::shop::Sgd>();

template <>
struct run::Target<::shop::Dice> {
  static constexpr ::std::string_view name = "shop::Dice";
  struct Args {
    ::run::Arg<int> sides{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> sides;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::member<int>("sides", {.text = "6", .value = [] { return ::run::value<int>(6); }}),
  };
  static ::shop::Dice build([[maybe_unused]] ::run::Built& args) {
    ::shop::Dice object{};
    if (args.has(0)) object.sides = args.get<int>(0);
    return object;
  }
};
template <>
inline const bool run::registered<::shop::Dice> = ::run::register_target<::shop::Dice>();

template <>
struct run::Target<::shop::Line> {
  static constexpr ::std::string_view name = "shop::Line";
  struct Args {
    ::run::Arg<int> width{};
    ::run::Arg<::std::string> text{};
    ::run::Arg<int> times{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> width;
    ::run::Field<::std::string, 1> text;
    ::run::Field<int, 2> times;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("width", {.text = "1", .value = [] { return ::run::value<int>(1); }}),
      ::run::parameter<::std::string>("text"),
      ::run::parameter<int>("times", {.text = "2", .value = [] { return ::run::value<int>(2); }}),
  };
  static ::shop::Line build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<4, 4> forms{{}, {0}, {1}, {1, 2}};
    switch (args.choose(forms)) {
      case 0:
        return ::shop::Line();
      case 1:
        return ::shop::Line(args.get<int>(0));
      case 2:
        return ::shop::Line(args.get<::std::string>(1));
      default:
        return ::shop::Line(args.get<::std::string>(1), args.get<int>(2));
    }
  }
};
template <>
inline const bool run::registered<::shop::Line> = ::run::register_target<::shop::Line>();

template <>
struct run::Target<::shop::Trainer> {
  static constexpr ::std::string_view name = "shop::Trainer";
  struct Args {
    ::run::Arg<::std::shared_ptr<::shop::Optimizer>> optimizer{};
    ::run::Arg<::std::vector<::std::shared_ptr<::shop::Optimizer>>> more{};
    ::run::Arg<::std::map<::std::string, int>> limits{};
    ::run::Arg<::std::vector<int>> steps{};
    ::run::Arg<int> seed{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::std::shared_ptr<::shop::Optimizer>, 0> optimizer;
    ::run::Field<::std::vector<::std::shared_ptr<::shop::Optimizer>>, 1> more;
    ::run::Field<::std::map<::std::string, int>, 2> limits;
    ::run::Field<::std::vector<int>, 3> steps;
    ::run::Field<int, 4> seed;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::member<::std::shared_ptr<::shop::Optimizer>>(
          "optimizer",
          {.text = "{}",
           .value = [] { return ::run::value<::std::shared_ptr<::shop::Optimizer>>(::shop::Trainer{}.optimizer); }}),
      ::run::member<::std::vector<::std::shared_ptr<::shop::Optimizer>>>(
          "more", {.text = "{}",
                   .value =
                       [] {
                         return ::run::value<::std::vector<::std::shared_ptr<::shop::Optimizer>>>(
                             ::shop::Trainer{}.more);
                       }}),
      ::run::member<::std::map<::std::string, int>>(
          "limits", {.text = "{}",
                     .value = [] { return ::run::value<::std::map<::std::string, int>>(::shop::Trainer{}.limits); }}),
      ::run::member<::std::vector<int>>(
          "steps",
          {.text = "{1, 2, 3}", .value = [] { return ::run::value<::std::vector<int>>(::shop::Trainer{}.steps); }}),
      ::run::member<int>("seed", {.text = "1", .value = [] { return ::run::value<int>(::shop::Trainer{}.seed); }}),
  };
  static ::shop::Trainer build([[maybe_unused]] ::run::Built& args) {
    ::shop::Trainer object{};
    if (args.has(0)) object.optimizer = args.get<::std::shared_ptr<::shop::Optimizer>>(0);
    if (args.has(1)) object.more = args.get<::std::vector<::std::shared_ptr<::shop::Optimizer>>>(1);
    if (args.has(2)) object.limits = args.get<::std::map<::std::string, int>>(2);
    if (args.has(3)) object.steps = args.get<::std::vector<int>>(3);
    if (args.has(4)) object.seed = args.get<int>(4);
    return object;
  }
};
template <>
inline const bool run::registered<::shop::Trainer> = ::run::register_target<::shop::Trainer>();

template <>
struct run::Target<::run::Fn<&::shop::throws>> {
  static constexpr ::std::string_view name = "shop::throws";
  struct Args {
    ::run::Arg<::std::unique_ptr<::shop::Dice>> dice{};
    ::run::Arg<int> more{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::std::unique_ptr<::shop::Dice>, 0> dice;
    ::run::Field<int, 1> more;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::std::unique_ptr<::shop::Dice>>("dice"),
      ::run::parameter<int>("more", {.text = "0", .value = [] { return ::run::value<int>(0); }}),
  };
  static int build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<2, 3> forms{{0}, {0, 1}};
    switch (args.choose(forms)) {
      case 0:
        return ::shop::throws(args.get<::std::unique_ptr<::shop::Dice>>(0));
      default:
        return ::shop::throws(args.get<::std::unique_ptr<::shop::Dice>>(0), args.get<int>(1));
    }
  }
};
template <>
inline const bool run::registered<::run::Fn<&::shop::throws>> = ::run::register_target<::run::Fn<&::shop::throws>>();

template <>
struct run::Target<::run::Fn<&::shop::calls>> {
  static constexpr ::std::string_view name = "shop::calls";
  struct Args {
    ::run::Arg<::std::function<::std::unique_ptr<::shop::Dice>()>> make{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::std::function<::std::unique_ptr<::shop::Dice>()>, 0> make;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::std::function<::std::unique_ptr<::shop::Dice>()>>("make"),
  };
  static int build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<1, 1> forms{{0}};
    switch (args.choose(forms)) {
      default:
        return ::shop::calls(args.get<::std::function<::std::unique_ptr<::shop::Dice>()>>(0));
    }
  }
};
template <>
inline const bool run::registered<::run::Fn<&::shop::calls>> = ::run::register_target<::run::Fn<&::shop::calls>>();
