// The targets zoo::Leaf and zoo::Everything, and the values that they use, as the compiler would write them.
#pragma once

#include <run/target.h>

#include "zoo.h"

template <>
struct run::Enum<::zoo::Mood> {
  static constexpr ::std::string_view name = "zoo::Mood";
  static constexpr ::std::pair<::std::string_view, ::zoo::Mood> enumerators[] = {{"calm", ::zoo::Mood::calm},
                                                                                 {"wild", ::zoo::Mood::wild}};
};

template <>
struct run::Codec<::zoo::Date> {
  static std::string to_text(const ::zoo::Date& date) { return std::to_string(date.year) + "-01-01"; }
  static ::zoo::Date from_text(std::string_view text) {
    if (!text.ends_with("-01-01")) throw std::invalid_argument("no date");
    return {std::stoi(std::string(text))};
  }
};

#ifndef RUN_TARGET__zoo_Leaf
#define RUN_TARGET__zoo_Leaf
template <>
struct run::Target<::zoo::Leaf> {
  static constexpr ::std::string_view name = "zoo::Leaf";
  struct Args {
    ::run::Arg<int> size{};
    ::run::Arg<double> weight{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> size;
    ::run::Field<double, 1> weight;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::member<int>("size", {.text = "3", .value = [] { return ::run::value<int>(::zoo::Leaf{}.size); }}),
      ::run::member<double>("weight",
                            {.text = "0.5", .value = [] { return ::run::value<double>(::zoo::Leaf{}.weight); }}),
  };
  static ::zoo::Leaf build(::run::Built& args) {
    ::zoo::Leaf object{};
    if (args.has(0)) object.size = args.get<int>(0);
    if (args.has(1)) object.weight = args.get<double>(1);
    return object;
  }
  static void read(const ::zoo::Leaf& object, ::run::Reader& reader) {
    reader(0, object.size);
    reader(1, object.weight);
  }
};
template <>
inline const bool run::registered<::zoo::Leaf> = ::run::register_target<::zoo::Leaf>();
#endif

#ifndef RUN_TARGET__zoo_Everything
#define RUN_TARGET__zoo_Everything
template <>
struct run::Target<::zoo::Everything> {
  static constexpr ::std::string_view name = "zoo::Everything";
  struct Args {
    ::run::Arg<bool> flag{};
    ::run::Arg<char> letter{};
    ::run::Arg<signed char> tiny{};
    ::run::Arg<unsigned> small{};
    ::run::Arg<::std::uint64_t> large{};
    ::run::Arg<float> narrow{};
    ::run::Arg<::std::string> text{};
    ::run::Arg<::std::string_view> view{};
    ::run::Arg<const char*> chars{};
    ::run::Arg<::zoo::Mood> mood{};
    ::run::Arg<::std::optional<int>> maybe{};
    ::run::Arg<::std::vector<double>> numbers{};
    ::run::Arg<::std::map<::std::string, ::zoo::Leaf>> leaves{};
    ::run::Arg<::std::pair<int, ::std::string>> both{};
    ::run::Arg<::std::variant<int, ::std::string, ::zoo::Leaf>> either{};
    ::run::Arg<int (*)(int)> function{};
    ::run::Arg<::zoo::Date> date{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<bool, 0> flag;
    ::run::Field<char, 1> letter;
    ::run::Field<signed char, 2> tiny;
    ::run::Field<unsigned, 3> small;
    ::run::Field<::std::uint64_t, 4> large;
    ::run::Field<float, 5> narrow;
    ::run::Field<::std::string, 6> text;
    ::run::Field<::std::string_view, 7> view;
    ::run::Field<const char*, 8> chars;
    ::run::Field<::zoo::Mood, 9> mood;
    ::run::Field<::std::optional<int>, 10> maybe;
    ::run::Field<::std::vector<double>, 11> numbers;
    ::run::Field<::std::map<::std::string, ::zoo::Leaf>, 12> leaves;
    ::run::Field<::std::pair<int, ::std::string>, 13> both;
    ::run::Field<::std::variant<int, ::std::string, ::zoo::Leaf>, 14> either;
    ::run::Field<int (*)(int), 15> function;
    ::run::Field<::zoo::Date, 16> date;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::member<bool>("flag",
                          {.text = "false", .value = [] { return ::run::value<bool>(::zoo::Everything{}.flag); }}),
      ::run::member<char>("letter",
                          {.text = "'a'", .value = [] { return ::run::value<char>(::zoo::Everything{}.letter); }}),
      ::run::member<signed char>(
          "tiny", {.text = "1", .value = [] { return ::run::value<signed char>(::zoo::Everything{}.tiny); }}),
      ::run::member<unsigned>("small",
                              {.text = "2", .value = [] { return ::run::value<unsigned>(::zoo::Everything{}.small); }}),
      ::run::member<::std::uint64_t>(
          "large", {.text = "3", .value = [] { return ::run::value<::std::uint64_t>(::zoo::Everything{}.large); }}),
      ::run::member<float>("narrow",
                           {.text = "0.1F", .value = [] { return ::run::value<float>(::zoo::Everything{}.narrow); }}),
      ::run::member<::std::string>(
          "text", {.text = "\"text\"", .value = [] { return ::run::value<::std::string>(::zoo::Everything{}.text); }}),
      ::run::member<::std::string_view>(
          "view",
          {.text = "\"view\"", .value = [] { return ::run::value<::std::string_view>(::zoo::Everything{}.view); }}),
      ::run::member<const char*>(
          "chars", {.text = "\"chars\"", .value = [] { return ::run::value<const char*>(::zoo::Everything{}.chars); }}),
      ::run::member<::zoo::Mood>(
          "mood", {.text = "Mood::calm", .value = [] { return ::run::value<::zoo::Mood>(::zoo::Everything{}.mood); }}),
      ::run::member<::std::optional<int>>(
          "maybe",
          {.text = "{}", .value = [] { return ::run::value<::std::optional<int>>(::zoo::Everything{}.maybe); }}),
      ::run::member<::std::vector<double>>(
          "numbers",
          {.text = "{}", .value = [] { return ::run::value<::std::vector<double>>(::zoo::Everything{}.numbers); }}),
      ::run::member<::std::map<::std::string, ::zoo::Leaf>>(
          "leaves",
          {.text = "{}",
           .value = [] { return ::run::value<::std::map<::std::string, ::zoo::Leaf>>(::zoo::Everything{}.leaves); }}),
      ::run::member<::std::pair<int, ::std::string>>(
          "both", {.text = "{1, \"one\"}",
                   .value = [] { return ::run::value<::std::pair<int, ::std::string>>(::zoo::Everything{}.both); }}),
      ::run::member<::std::variant<int, ::std::string, ::zoo::Leaf>>(
          "either", {.text = "7",
                     .value =
                         [] {
                           return ::run::value<::std::variant<int, ::std::string, ::zoo::Leaf>>(
                               ::zoo::Everything{}.either);
                         }}),
      ::run::member<int (*)(int)>(
          "function",
          {.text = "nullptr", .value = [] { return ::run::value<int (*)(int)>(::zoo::Everything{}.function); }}),
      ::run::member<::zoo::Date>(
          "date", {.text = "{}", .value = [] { return ::run::value<::zoo::Date>(::zoo::Everything{}.date); }}),
  };
  static ::zoo::Everything build(::run::Built& args) {
    ::zoo::Everything object{};
    if (args.has(0)) object.flag = args.get<bool>(0);
    if (args.has(1)) object.letter = args.get<char>(1);
    if (args.has(2)) object.tiny = args.get<signed char>(2);
    if (args.has(3)) object.small = args.get<unsigned>(3);
    if (args.has(4)) object.large = args.get<::std::uint64_t>(4);
    if (args.has(5)) object.narrow = args.get<float>(5);
    if (args.has(6)) object.text = args.get<::std::string>(6);
    if (args.has(7)) object.view = args.get<::std::string_view>(7);
    if (args.has(8)) object.chars = args.get<const char*>(8);
    if (args.has(9)) object.mood = args.get<::zoo::Mood>(9);
    if (args.has(10)) object.maybe = args.get<::std::optional<int>>(10);
    if (args.has(11)) object.numbers = args.get<::std::vector<double>>(11);
    if (args.has(12)) object.leaves = args.get<::std::map<::std::string, ::zoo::Leaf>>(12);
    if (args.has(13)) object.both = args.get<::std::pair<int, ::std::string>>(13);
    if (args.has(14)) object.either = args.get<::std::variant<int, ::std::string, ::zoo::Leaf>>(14);
    if (args.has(15)) object.function = args.get<int (*)(int)>(15);
    if (args.has(16)) object.date = args.get<::zoo::Date>(16);
    return object;
  }
  static void read(const ::zoo::Everything& object, ::run::Reader& reader) {
    reader(0, object.flag);
    reader(1, object.letter);
    reader(2, object.tiny);
    reader(3, object.small);
    reader(4, object.large);
    reader(5, object.narrow);
    reader(6, object.text);
    reader(7, object.view);
    reader(8, object.chars);
    reader(9, object.mood);
    reader(10, object.maybe);
    reader(11, object.numbers);
    reader(12, object.leaves);
    reader(13, object.both);
    reader(14, object.either);
    reader(15, object.function);
    reader(16, object.date);
  }
};
template <>
inline const bool run::registered<::zoo::Everything> = ::run::register_target<::zoo::Everything>();
#endif
