// Classes, and their targets as the compiler would write them.
#pragma once

#include <run/target.h>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace zoo {

struct Leaf {
  int size = 3;
  double weight = 0.5;
  bool operator==(const Leaf&) const = default;
};

/// A chain; made and destroyed without recursion.
class Link {
 public:
  explicit Link(int number, std::unique_ptr<Link> next = nullptr) : number_(number), next_(std::move(next)) {}
  ~Link() {
    for (std::unique_ptr<Link> next = std::move(next_); next; next = std::move(next->next_)) {
    }
  }
  int number() const { return number_; }
  const Link* next() const { return next_.get(); }

 private:
  int number_;
  std::unique_ptr<Link> next_;
};

inline int twins_made = 0;

class Twin {
 public:
  explicit Twin(std::shared_ptr<Twin> left = nullptr, std::shared_ptr<const Twin> right = nullptr)
      : left_(std::move(left)), right_(std::move(right)) {
    ++twins_made;
  }
  const Twin* left() const { return left_.get(); }
  const Twin* right() const { return right_.get(); }

 private:
  std::shared_ptr<Twin> left_;
  std::shared_ptr<const Twin> right_;
};

class Fussy {
 public:
  explicit Fussy(int number) : number_(number) {
    if (number < 0) throw std::invalid_argument("negative");
  }
  int number() const { return number_; }

 private:
  int number_;
};

class Fixed {  // can be neither copied nor moved
 public:
  explicit Fixed(int number) : number_(number) {}
  Fixed(const Fixed&) = delete;
  Fixed& operator=(const Fixed&) = delete;
  int number() const { return number_; }

 private:
  std::mutex mutex_;
  int number_;
};

class Room {
 public:
  Room(Fixed fixed, const Fixed& other, std::vector<Fussy> fussy = {})
      : sum_(fixed.number() + 10 * other.number()), fussy_(std::move(fussy)) {}
  int sum() const { return sum_; }
  std::size_t fussy() const { return fussy_.size(); }

 private:
  int sum_;
  std::vector<Fussy> fussy_;
};

enum class Mood { calm, wild };

struct Date {
  int year = 0;
  bool operator==(const Date&) const = default;
};

/// An argument of every kind.
struct Everything {
  bool flag = false;
  char letter = 'a';
  signed char tiny = 1;
  unsigned small = 2;
  std::uint64_t large = 3;
  float narrow = 0.1F;
  std::string text = "text";
  std::string_view view = "view";
  const char* chars = "chars";
  Mood mood = Mood::calm;
  std::optional<int> maybe;
  std::vector<double> numbers;
  std::map<std::string, Leaf> leaves;
  std::pair<int, std::string> both{1, "one"};
  std::variant<int, std::string, Leaf> either = 7;
  int (*function)(int) = nullptr;
  Date date;
  bool operator==(const Everything&) const = default;
};

inline int twice(int x) { return 2 * x; }
inline int sum(int a, int b = 40) { return a + b; }
inline std::unique_ptr<Leaf> leaf_or_null(bool make) { return make ? std::make_unique<Leaf>() : nullptr; }

class Shape {
 public:
  explicit Shape(int sides) : sides_(sides) {}
  explicit Shape(const std::string& name) : sides_(name == "square" ? 4 : 3) {}
  void set_label(const std::string& label) { labels_ += label + ";"; }
  int sides() const { return sides_; }
  const std::string& labels() const { return labels_; }
  int colour = 0;

 private:
  int sides_;
  std::string labels_;
};

class Owner {
 public:
  explicit Owner(std::unique_ptr<Leaf> leaf, int extra = 0) : leaf_(std::move(leaf)), extra_(extra) {}
  int size() const { return leaf_ ? leaf_->size : -1; }
  int extra() const { return extra_; }

 private:
  std::unique_ptr<Leaf> leaf_;
  int extra_;
};

}  // namespace zoo

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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.size, &args.weight}); }
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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.number, &args.next}); }
  static ::zoo::Link build([[maybe_unused]] ::run::Built& args) {
    switch (args.choose({{0}, {0, 1}})) {
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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.left, &args.right}); }
  static ::zoo::Twin build([[maybe_unused]] ::run::Built& args) {
    switch (args.choose({{}, {0}, {0, 1}})) {
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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.number}); }
  static ::zoo::Fussy build([[maybe_unused]] ::run::Built& args) {
    switch (args.choose({{0}})) {
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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.number}); }
  static ::zoo::Fixed build([[maybe_unused]] ::run::Built& args) {
    switch (args.choose({{0}})) {
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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.fixed, &args.other, &args.fussy}); }
  static ::zoo::Room build([[maybe_unused]] ::run::Built& args) {
    switch (args.choose({{0, 1}, {0, 1, 2}})) {
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
  static auto all(Args& args) {
    return ::std::to_array<::run::Slot*>({&args.flag, &args.letter, &args.tiny, &args.small, &args.large, &args.narrow,
                                          &args.text, &args.view, &args.chars, &args.mood, &args.maybe, &args.numbers,
                                          &args.leaves, &args.both, &args.either, &args.function, &args.date});
  }
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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.x}); }
  static int build([[maybe_unused]] ::run::Built& args) {
    switch (args.choose({{0}})) {
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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.a, &args.b}); }
  static int build([[maybe_unused]] ::run::Built& args) {
    switch (args.choose({{0}, {0, 1}})) {
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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.make}); }
  static ::std::unique_ptr<::zoo::Leaf> build([[maybe_unused]] ::run::Built& args) {
    switch (args.choose({{0}})) {
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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.shape, &args.label, &args.colour}); }
  static ::zoo::Shape build([[maybe_unused]] ::run::Built& args) {
    switch (args.choose({{{0, ::run::type<int>}}, {{0, ::run::type<const ::std::string&>}}})) {
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
  static auto all(Args& args) { return ::std::to_array<::run::Slot*>({&args.leaf, &args.extra}); }
  static ::zoo::Owner build([[maybe_unused]] ::run::Built& args) {
    switch (args.choose({{0}, {0, 1}})) {
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
