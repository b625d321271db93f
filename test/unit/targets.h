// The targets of the classes in zoo.h, as the compiler would write them.
#pragma once

#include <run/target.h>

#include "everything_target.h"  // IWYU pragma: export
#include "zoo.h"                // IWYU pragma: export

#ifndef RUN_TARGET__zoo_Link
#define RUN_TARGET__zoo_Link
template <>
struct run::Target<::zoo::Link> {
  static constexpr ::std::string_view name = "zoo::Link";
  struct Args {
    ::run::Arg<int> number{};
    ::run::Arg<::std::unique_ptr<::zoo::Link>> next{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> number;
    ::run::Field<::std::unique_ptr<::zoo::Link>, 1> next;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("number"),
      ::run::parameter<::std::unique_ptr<::zoo::Link>>(
          "next", {.text = "nullptr", .value = [] { return ::run::value<::std::unique_ptr<::zoo::Link>>(nullptr); }}),
  };
  static ::zoo::Link build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<2, 3> forms{{0}, {0, 1}};
    switch (args.choose(forms)) {
      case 0:
        return ::zoo::Link(args.get<int>(0));
      default:
        return ::zoo::Link(args.get<int>(0), args.get<::std::unique_ptr<::zoo::Link>>(1));
    }
  }
};
template <>
inline const bool run::registered<::zoo::Link> = ::run::register_target<::zoo::Link>();
#endif

#ifndef RUN_TARGET__zoo_Twin
#define RUN_TARGET__zoo_Twin
template <>
struct run::Target<::zoo::Twin> {
  static constexpr ::std::string_view name = "zoo::Twin";
  struct Args {
    ::run::Arg<::std::shared_ptr<::zoo::Twin>> left{};
    ::run::Arg<::std::shared_ptr<const ::zoo::Twin>> right{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::std::shared_ptr<::zoo::Twin>, 0> left;
    ::run::Field<::std::shared_ptr<const ::zoo::Twin>, 1> right;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::std::shared_ptr<::zoo::Twin>>(
          "left", {.text = "nullptr", .value = [] { return ::run::value<::std::shared_ptr<::zoo::Twin>>(nullptr); }}),
      ::run::parameter<::std::shared_ptr<const ::zoo::Twin>>(
          "right",
          {.text = "nullptr", .value = [] { return ::run::value<::std::shared_ptr<const ::zoo::Twin>>(nullptr); }}),
  };
  static ::zoo::Twin build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<3, 3> forms{{}, {0}, {0, 1}};
    switch (args.choose(forms)) {
      case 0:
        return ::zoo::Twin();
      case 1:
        return ::zoo::Twin(args.get<::std::shared_ptr<::zoo::Twin>>(0));
      default:
        return ::zoo::Twin(args.get<::std::shared_ptr<::zoo::Twin>>(0),
                           args.get<::std::shared_ptr<const ::zoo::Twin>>(1));
    }
  }
};
template <>
inline const bool run::registered<::zoo::Twin> = ::run::register_target<::zoo::Twin>();
#endif

#ifndef RUN_TARGET__zoo_Fussy
#define RUN_TARGET__zoo_Fussy
template <>
struct run::Target<::zoo::Fussy> {
  static constexpr ::std::string_view name = "zoo::Fussy";
  struct Args {
    ::run::Arg<int> number{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> number;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("number"),
  };
  static ::zoo::Fussy build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<1, 1> forms{{0}};
    switch (args.choose(forms)) {
      default:
        return ::zoo::Fussy(args.get<int>(0));
    }
  }
};
template <>
inline const bool run::registered<::zoo::Fussy> = ::run::register_target<::zoo::Fussy>();
#endif

#ifndef RUN_TARGET__zoo_Fixed
#define RUN_TARGET__zoo_Fixed
template <>
struct run::Target<::zoo::Fixed> {
  static constexpr ::std::string_view name = "zoo::Fixed";
  struct Args {
    ::run::Arg<int> number{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> number;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("number"),
  };
  static ::zoo::Fixed build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<1, 1> forms{{0}};
    switch (args.choose(forms)) {
      default:
        return ::zoo::Fixed(args.get<int>(0));
    }
  }
};
template <>
inline const bool run::registered<::zoo::Fixed> = ::run::register_target<::zoo::Fixed>();
#endif

#ifndef RUN_TARGET__zoo_Room
#define RUN_TARGET__zoo_Room
template <>
struct run::Target<::zoo::Room> {
  static constexpr ::std::string_view name = "zoo::Room";
  struct Args {
    ::run::Arg<::zoo::Fixed> fixed{};
    ::run::Arg<::zoo::Fixed> other{};
    ::run::Arg<::std::vector<::zoo::Fussy>> fussy{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::zoo::Fixed, 0> fixed;
    ::run::Field<::zoo::Fixed, 1> other;
    ::run::Field<::std::vector<::zoo::Fussy>, 2> fussy;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::zoo::Fixed>("fixed"),
      ::run::parameter<::zoo::Fixed>("other"),
      ::run::parameter<::std::vector<::zoo::Fussy>>(
          "fussy", {.text = "{}",
                    .value = [] { return ::run::value<::std::vector<::zoo::Fussy>>(::std::vector<::zoo::Fussy>()); }}),
  };
  static ::zoo::Room build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<2, 5> forms{{0, 1}, {0, 1, 2}};
    switch (args.choose(forms)) {
      case 0:
        return ::zoo::Room(args.get<::zoo::Fixed>(0), args.get<const ::zoo::Fixed&>(1));
      default:
        return ::zoo::Room(args.get<::zoo::Fixed>(0), args.get<const ::zoo::Fixed&>(1),
                           args.get<::std::vector<::zoo::Fussy>>(2));
    }
  }
};
template <>
inline const bool run::registered<::zoo::Room> = ::run::register_target<::zoo::Room>();
#endif

#ifndef RUN_TARGET__run_Fn_zoo_twice_
#define RUN_TARGET__run_Fn_zoo_twice_
template <>
struct run::Target<::run::Fn<&::zoo::twice>> {
  static constexpr ::std::string_view name = "zoo::twice";
  struct Args {
    ::run::Arg<int> x{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> x;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("x"),
  };
  static int build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<1, 1> forms{{0}};
    switch (args.choose(forms)) {
      default:
        return ::zoo::twice(args.get<int>(0));
    }
  }
};
template <>
inline const bool run::registered<::run::Fn<&::zoo::twice>> = ::run::register_target<::run::Fn<&::zoo::twice>>();
#endif

#ifndef RUN_TARGET__run_Fn_zoo_sum_
#define RUN_TARGET__run_Fn_zoo_sum_
template <>
struct run::Target<::run::Fn<&::zoo::sum>> {
  static constexpr ::std::string_view name = "zoo::sum";
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
      ::run::parameter<int>("b", {.text = "40", .value = [] { return ::run::value<int>(40); }}),
  };
  static int build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<2, 3> forms{{0}, {0, 1}};
    switch (args.choose(forms)) {
      case 0:
        return ::zoo::sum(args.get<int>(0));
      default:
        return ::zoo::sum(args.get<int>(0), args.get<int>(1));
    }
  }
};
template <>
inline const bool run::registered<::run::Fn<&::zoo::sum>> = ::run::register_target<::run::Fn<&::zoo::sum>>();
#endif

#ifndef RUN_TARGET__run_Fn_zoo_leaf_or_null_
#define RUN_TARGET__run_Fn_zoo_leaf_or_null_
template <>
struct run::Target<::run::Fn<&::zoo::leaf_or_null>> {
  static constexpr ::std::string_view name = "zoo::leaf_or_null";
  struct Args {
    ::run::Arg<bool> make{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<bool, 0> make;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<bool>("make"),
  };
  static ::std::unique_ptr<::zoo::Leaf> build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<1, 1> forms{{0}};
    switch (args.choose(forms)) {
      default:
        return ::zoo::leaf_or_null(args.get<bool>(0));
    }
  }
};
template <>
inline const bool run::registered<::run::Fn<&::zoo::leaf_or_null>> =
    ::run::register_target<::run::Fn<&::zoo::leaf_or_null>>();
#endif

#ifndef RUN_TARGET__zoo_Shape
#define RUN_TARGET__zoo_Shape
template <>
struct run::Target<::zoo::Shape> {
  static constexpr ::std::string_view name = "zoo::Shape";
  struct Args {
    ::run::Arg<int, ::std::string> shape{};
    ::run::Arg<::std::string> label{};
    ::run::Arg<int> colour{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::run::OneOf<int, ::std::string>, 0> shape;
    ::run::Field<::std::string, 1> label;
    ::run::Field<int, 2> colour;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int, ::std::string>("shape"),
      ::run::setter<::std::string>("label"),
      ::run::field<int>("colour"),
  };
  static ::zoo::Shape build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<2, 2> forms{{{0, ::run::type<int>}}, {{0, ::run::type<const ::std::string&>}}};
    switch (args.choose(forms)) {
      case 0:
        return ::zoo::Shape(args.get<int>(0));
      default:
        return ::zoo::Shape(args.get<const ::std::string&>(0));
    }
  }
  static void set(::zoo::Shape& object, ::std::size_t parameter, ::run::Built& args) {
    switch (parameter) {
      case 1:
        object.set_label(args.get<const ::std::string&>(1));
        break;
      case 2:
        object.colour = args.get<int>(2);
        break;
      default:
        break;
    }
  }
};
template <>
inline const bool run::registered<::zoo::Shape> = ::run::register_target<::zoo::Shape>();
#endif

#ifndef RUN_TARGET__zoo_Owner
#define RUN_TARGET__zoo_Owner
template <>
struct run::Target<::zoo::Owner> {
  static constexpr ::std::string_view name = "zoo::Owner";
  struct Args {
    ::run::Arg<::std::unique_ptr<::zoo::Leaf>> leaf{};
    ::run::Arg<int> extra{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::std::unique_ptr<::zoo::Leaf>, 0> leaf;
    ::run::Field<int, 1> extra;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::std::unique_ptr<::zoo::Leaf>>("leaf"),
      ::run::parameter<int>("extra", {.text = "0", .value = [] { return ::run::value<int>(0); }}),
  };
  static ::zoo::Owner build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<2, 3> forms{{0}, {0, 1}};
    switch (args.choose(forms)) {
      case 0:
        return ::zoo::Owner(args.get<::std::unique_ptr<::zoo::Leaf>>(0));
      default:
        return ::zoo::Owner(args.get<::std::unique_ptr<::zoo::Leaf>>(0), args.get<int>(1));
    }
  }
};
template <>
inline const bool run::registered<::zoo::Owner> = ::run::register_target<::zoo::Owner>();
#endif
