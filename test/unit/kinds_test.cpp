// Arguments of every kind of type, given in every way: bases, functions, arrays, tuples, partials.
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <set>
#include <tuple>

#include "targets.h"

namespace kinds {

class Base {
 public:
  virtual ~Base() = default;
  virtual int id() const = 0;
};

class Impl : public Base {
 public:
  explicit Impl(int n) : n_(n) {}
  int id() const override { return n_; }

 private:
  int n_;
};

class Uses {
 public:
  Uses(const Base& base, const std::function<int(int)>& f, std::array<Impl, 2> pair,
       std::tuple<int, std::string, Impl> t, std::optional<Impl> o = {}, std::vector<std::function<int(int)>> fs = {},
       std::vector<bool> bits = {}, std::set<int> s = {}, long double big = 1.0L)
      : sum_(base.id() + f(1) + pair[0].id() + pair[1].id() + std::get<0>(t) + (o ? o->id() : 0) +
             static_cast<int>(fs.size() + bits.size() + s.size() + static_cast<std::size_t>(big))) {}
  int sum() const { return sum_; }

 private:
  int sum_;
};

inline int add(int a, int b) { return a + b; }
inline Impl make_impl(int n) { return Impl(n); }
inline std::shared_ptr<Impl> shared_impl(int n) { return std::make_shared<Impl>(n); }

}  // namespace kinds

#ifndef RUN_TARGET__kinds_Impl
#define RUN_TARGET__kinds_Impl
template <>
struct run::Target<::kinds::Impl> {
  static constexpr ::std::string_view name = "kinds::Impl";
  struct Args {
    ::run::Arg<int> n{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> n;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("n"),
  };
  using Bases = ::run::Bases<::kinds::Base>;
  static ::kinds::Impl build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<1, 1> forms{{0}};
    switch (args.choose(forms)) {
      default:
        return ::kinds::Impl(args.get<int>(0));
    }
  }
};
template <>
inline const bool run::registered<::kinds::Impl> = ::run::register_target<::kinds::Impl>();
#endif

#ifndef RUN_TARGET__kinds_Uses
#define RUN_TARGET__kinds_Uses
template <>
struct run::Target<::kinds::Uses> {
  static constexpr ::std::string_view name = "kinds::Uses";
  struct Args {
    ::run::Arg<::kinds::Base> base{};
    ::run::Arg<::std::function<int(int)>> f{};
    ::run::Arg<::std::array<::kinds::Impl, 2>> pair{};
    ::run::Arg<::std::tuple<int, ::std::string, ::kinds::Impl>> t{};
    ::run::Arg<::std::optional<::kinds::Impl>> o{};
    ::run::Arg<::std::vector<::std::function<int(int)>>> fs{};
    ::run::Arg<::std::vector<bool>> bits{};
    ::run::Arg<::std::set<int>> s{};
    ::run::Arg<long double> big{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::kinds::Base, 0> base;
    ::run::Field<::std::function<int(int)>, 1> f;
    ::run::Field<::std::array<::kinds::Impl, 2>, 2> pair;
    ::run::Field<::std::tuple<int, ::std::string, ::kinds::Impl>, 3> t;
    ::run::Field<::std::optional<::kinds::Impl>, 4> o;
    ::run::Field<::std::vector<::std::function<int(int)>>, 5> fs;
    ::run::Field<::std::vector<bool>, 6> bits;
    ::run::Field<::std::set<int>, 7> s;
    ::run::Field<long double, 8> big;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::kinds::Base>("base"),
      ::run::parameter<::std::function<int(int)>>("f"),
      ::run::parameter<::std::array<::kinds::Impl, 2>>("pair"),
      ::run::parameter<::std::tuple<int, ::std::string, ::kinds::Impl>>("t"),
      ::run::parameter<::std::optional<::kinds::Impl>>(
          "o",
          {.text = "::std::optional<::kinds::Impl>()",
           .value = [] { return ::run::value<::std::optional<::kinds::Impl>>(::std::optional<::kinds::Impl>()); }}),
      ::run::parameter<::std::vector<::std::function<int(int)>>>(
          "fs", {.text = "::std::vector<::std::function<int(int)>>()",
                 .value =
                     [] {
                       return ::run::value<::std::vector<::std::function<int(int)>>>(
                           ::std::vector<::std::function<int(int)>>());
                     }}),
      ::run::parameter<::std::vector<bool>>(
          "bits", {.text = "::std::vector<bool>()",
                   .value = [] { return ::run::value<::std::vector<bool>>(::std::vector<bool>()); }}),
      ::run::parameter<::std::set<int>>(
          "s", {.text = "::std::set<int>()", .value = [] { return ::run::value<::std::set<int>>(::std::set<int>()); }}),
      ::run::parameter<long double>("big", {.text = "1.0L", .value = [] { return ::run::value<long double>(1.0L); }}),
  };
  static ::kinds::Uses build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<6, 39> forms{
        {0, 1, 2, 3},          {0, 1, 2, 3, 4},          {0, 1, 2, 3, 4, 5},
        {0, 1, 2, 3, 4, 5, 6}, {0, 1, 2, 3, 4, 5, 6, 7}, {0, 1, 2, 3, 4, 5, 6, 7, 8}};
    switch (args.choose(forms)) {
      case 0:
        return ::kinds::Uses(args.get<const ::kinds::Base&>(0), args.get<::std::function<int(int)>>(1),
                             args.get<::std::array<::kinds::Impl, 2>>(2),
                             args.get<::std::tuple<int, ::std::string, ::kinds::Impl>>(3));
      case 1:
        return ::kinds::Uses(args.get<const ::kinds::Base&>(0), args.get<::std::function<int(int)>>(1),
                             args.get<::std::array<::kinds::Impl, 2>>(2),
                             args.get<::std::tuple<int, ::std::string, ::kinds::Impl>>(3),
                             args.get<::std::optional<::kinds::Impl>>(4));
      case 2:
        return ::kinds::Uses(
            args.get<const ::kinds::Base&>(0), args.get<::std::function<int(int)>>(1),
            args.get<::std::array<::kinds::Impl, 2>>(2), args.get<::std::tuple<int, ::std::string, ::kinds::Impl>>(3),
            args.get<::std::optional<::kinds::Impl>>(4), args.get<::std::vector<::std::function<int(int)>>>(5));
      case 3:
        return ::kinds::Uses(args.get<const ::kinds::Base&>(0), args.get<::std::function<int(int)>>(1),
                             args.get<::std::array<::kinds::Impl, 2>>(2),
                             args.get<::std::tuple<int, ::std::string, ::kinds::Impl>>(3),
                             args.get<::std::optional<::kinds::Impl>>(4),
                             args.get<::std::vector<::std::function<int(int)>>>(5), args.get<::std::vector<bool>>(6));
      case 4:
        return ::kinds::Uses(
            args.get<const ::kinds::Base&>(0), args.get<::std::function<int(int)>>(1),
            args.get<::std::array<::kinds::Impl, 2>>(2), args.get<::std::tuple<int, ::std::string, ::kinds::Impl>>(3),
            args.get<::std::optional<::kinds::Impl>>(4), args.get<::std::vector<::std::function<int(int)>>>(5),
            args.get<::std::vector<bool>>(6), args.get<::std::set<int>>(7));
      default:
        return ::kinds::Uses(
            args.get<const ::kinds::Base&>(0), args.get<::std::function<int(int)>>(1),
            args.get<::std::array<::kinds::Impl, 2>>(2), args.get<::std::tuple<int, ::std::string, ::kinds::Impl>>(3),
            args.get<::std::optional<::kinds::Impl>>(4), args.get<::std::vector<::std::function<int(int)>>>(5),
            args.get<::std::vector<bool>>(6), args.get<::std::set<int>>(7), args.get<long double>(8));
    }
  }
};
template <>
inline const bool run::registered<::kinds::Uses> = ::run::register_target<::kinds::Uses>();
#endif

#ifndef RUN_TARGET__run_Fn_kinds_add_
#define RUN_TARGET__run_Fn_kinds_add_
template <>
struct run::Target<::run::Fn<&::kinds::add>> {
  static constexpr ::std::string_view name = "kinds::add";
  struct Args {
    ::run::Arg<int> a{};
    ::run::Arg<int> b{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> a;
    ::run::Field<int, 1> b;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("a"),
      ::run::parameter<int>("b"),
  };
  static int build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<1, 2> forms{{0, 1}};
    switch (args.choose(forms)) {
      default:
        return ::kinds::add(args.get<int>(0), args.get<int>(1));
    }
  }
};
template <>
inline const bool run::registered<::run::Fn<&::kinds::add>> = ::run::register_target<::run::Fn<&::kinds::add>>();
#endif

#ifndef RUN_TARGET__run_Fn_kinds_make_impl_
#define RUN_TARGET__run_Fn_kinds_make_impl_
template <>
struct run::Target<::run::Fn<&::kinds::make_impl>> {
  static constexpr ::std::string_view name = "kinds::make_impl";
  struct Args {
    ::run::Arg<int> n{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> n;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("n"),
  };
  using Bases = ::run::Bases<::kinds::Base>;
  static ::kinds::Impl build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<1, 1> forms{{0}};
    switch (args.choose(forms)) {
      default:
        return ::kinds::make_impl(args.get<int>(0));
    }
  }
};
template <>
inline const bool run::registered<::run::Fn<&::kinds::make_impl>> =
    ::run::register_target<::run::Fn<&::kinds::make_impl>>();
#endif

#ifndef RUN_TARGET__run_Fn_kinds_shared_impl_
#define RUN_TARGET__run_Fn_kinds_shared_impl_
template <>
struct run::Target<::run::Fn<&::kinds::shared_impl>> {
  static constexpr ::std::string_view name = "kinds::shared_impl";
  struct Args {
    ::run::Arg<int> n{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> n;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("n"),
  };
  using Bases = ::run::Bases<::kinds::Base>;
  static ::std::shared_ptr<::kinds::Impl> build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<1, 1> forms{{0}};
    switch (args.choose(forms)) {
      default:
        return ::kinds::shared_impl(args.get<int>(0));
    }
  }
};
template <>
inline const bool run::registered<::run::Fn<&::kinds::shared_impl>> =
    ::run::register_target<::run::Fn<&::kinds::shared_impl>>();
#endif

namespace {

using run::Config;

Config<kinds::Uses> uses(run::Arg<kinds::Base> base) {
  const auto impl = Config<kinds::Impl>({.n = 2});
  const Config<std::array<kinds::Impl, 2>> pair({impl, impl});
  return Config<kinds::Uses>({.base = base,
                              .f = run::partial<kinds::add>({.a = 5}),
                              .pair = pair,
                              .t = {1, "x", impl},
                              .o = run::config<kinds::make_impl>({.n = 9}),
                              .fs = {run::partial<kinds::add>({.b = 1}), &zoo::twice},
                              .bits = {true, false},
                              .s = {1, 2, 2},
                              .big = 2.5L});
}

Config<kinds::Base> pick(bool own) {
  if (own) return Config<kinds::Impl>({.n = 1});
  return run::config<kinds::make_impl>({.n = 2});
}

TEST(Kinds, AreBuiltEditedAndWritten) {
  auto config = uses(Config<kinds::Impl>({.n = 100}));
  EXPECT_EQ(run::build(config).sum(), 128);
  config->o = nullptr;
  config->pair[1]->n = 50;
  config->t[2]["n"] = 4;
  config["fs"].push_back(&zoo::twice);
  EXPECT_EQ(run::build(config).sum(), 168);
  config["f"] = run::Partial<run::Fn<kinds::add>>({.a = 1000});
  config->base = pick(false);
  EXPECT_EQ(run::build(config).sum(), 1065);
  EXPECT_TRUE(run::from_yaml<kinds::Uses>(run::to_yaml(config)) == config);
}

TEST(Kinds, HoldersOfBases) {
  EXPECT_EQ(run::build(pick(true))->id(), 1);
  const auto shared = run::config<kinds::shared_impl>({.n = 3});
  EXPECT_EQ(run::build<std::shared_ptr<const kinds::Base>>(shared)->id(), 3);
  const Config<kinds::Base> base = shared;
  EXPECT_THROW(run::build(base), run::BuildError);  // a unique_ptr cannot take it from a shared_ptr
  Config<std::vector<std::unique_ptr<kinds::Base>>> list({Config<kinds::Impl>({.n = 1})});
  list.emplace_back(pick(true));
  EXPECT_EQ(run::build(list).size(), 2U);
  EXPECT_EQ(run::build<std::vector<std::shared_ptr<kinds::Base>>>(list)[1]->id(), 1);
}

TEST(Kinds, Fluent) {
  auto leaf = Config<zoo::Leaf>({.size = 1}).with({.weight = 2.0});
  leaf.with({.size = 4}).with({.weight = 8.0});
  EXPECT_EQ(run::build(leaf), (zoo::Leaf{.size = 4, .weight = 8.0}));
  const Config<zoo::Leaf> empty;
  EXPECT_TRUE(empty == Config<zoo::Leaf>());
  const int width = empty->size;
  EXPECT_EQ(width, 3);
  EXPECT_EQ(run::build(run::partial<kinds::add>({}))({.a = 1, .b = 2}), 3);
}

TEST(Exempt, IsTheExpressionItself) {
  const Config<zoo::Owner> owner({.leaf = run::exempt(std::make_unique<zoo::Leaf>(zoo::Leaf{.size = 6}))});
  EXPECT_EQ(run::build(owner).size(), 6);
  int number = 1;
  run::exempt(number) = 2;
  EXPECT_EQ(number, 2);
}

}  // namespace
