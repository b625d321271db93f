// What the random programs are made of, and what must hold of each of their recipes.
#pragma once
#include <run/run.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <limits>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#define LAW_SAME(...) __VA_ARGS__
#define LAW_FIRST(a, b) a
#define LAW_WIDE 64
#define LAW_SUM(a, b) ((a) + (b))

extern "C" {
enum law_level { LAW_LOW, LAW_HIGH = 7 };
}

namespace law {

// Equal values; through pointers, equal objects that are shared in the same way.
struct Pairs {
  std::map<const void*, const void*> there{};
  std::map<const void*, const void*> back{};
};

template <class T>
concept Pointer = requires(const T& p) {
  p.get();
  *p;
};
template <class T>
concept Weak = requires(const T& p) {
  p.lock();
};
template <class T>
concept Optional = requires(const T& o) {
  o.has_value();
  *o;
};
template <class T>
concept Map = requires {
  typename T::mapped_type;
};
template <class T>
concept Sequence = requires(const T& s) {
  s.begin();
  s.size();
};
template <class T>
concept Tuple = requires {
  std::tuple_size<T>::value;
};

template <class T>
bool same(const T& a, const T& b, Pairs& pairs);

template <class T>
bool same_object(const T* a, const T* b, Pairs& pairs) {
  if (a == nullptr || b == nullptr) return a == b;
  const auto [there, is_new] = pairs.there.emplace(a, b);
  const auto [back, is_new_back] = pairs.back.emplace(b, a);
  if (!is_new || !is_new_back) return there->second == b && back->second == a;
  return same(*a, *b, pairs);
}

template <class T>
struct IsVariant : std::false_type {};
template <class... T>
struct IsVariant<std::variant<T...>> : std::true_type {};

template <class T>
bool same(const T& a, const T& b, Pairs& pairs) {
  if constexpr (std::is_same_v<T, const char*>) {
    return a == nullptr || b == nullptr ? a == b : std::strcmp(a, b) == 0;
  } else if constexpr (std::is_array_v<T>) {
    return std::equal(std::begin(a), std::end(a), std::begin(b),
                      [&](const auto& x, const auto& y) { return same(x, y, pairs); });
  } else if constexpr (requires { a.same(b, pairs); }) {
    return a.same(b, pairs);
  } else if constexpr (Pointer<T>) {
    return same_object(a.get(), b.get(), pairs);
  } else if constexpr (Weak<T>) {
    return same_object(a.lock().get(), b.lock().get(), pairs);
  } else if constexpr (Optional<T>) {
    return a.has_value() == b.has_value() && (!a || same(*a, *b, pairs));
  } else if constexpr (Map<T>) {
    if (a.size() != b.size()) return false;
    for (const auto& [key, value] : a) {
      const auto found = b.find(key);
      if (found == b.end() || !same(value, found->second, pairs)) return false;
    }
    return true;
  } else if constexpr (Sequence<T>) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](const auto& x, const auto& y) { return same(x, y, pairs); });
  } else if constexpr (IsVariant<T>::value) {
    return a.index() == b.index() &&
           std::visit([&](const auto& x) { return same(x, std::get<std::decay_t<decltype(x)>>(b), pairs); }, a);
  } else if constexpr (Tuple<T>) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return (same(std::get<I>(a), std::get<I>(b), pairs) && ...);
    }
    (std::make_index_sequence<std::tuple_size_v<T>>());
  } else {
    return a == b;
  }
}
// Values as text.
template <class T>
std::string shown(const T& value) {
  if constexpr (std::is_enum_v<T>) {
    return std::to_string(static_cast<int>(value));
  } else if constexpr (std::is_arithmetic_v<T>) {
    return std::to_string(value);
  } else {
    return value;
  }
}

template <class T>
bool equal(const T& a, const T& b) {
  Pairs pairs;
  return same(a, b, pairs);
}

// Classes and functions that every program may use.
enum class Mode { slow, fast, wild };
enum class Way : unsigned char { straight, curved };

constexpr int rounded(int n) { return (n + 7) / 8 * 8; }
[[run::exempt]] inline double half(double x) { return x / 2; }
inline int counted(int n) { return n + 1; }
inline int plus_one(int n) { return n + 1; }
inline int times_two(int n) { return n * 2; }

enum class Flags : unsigned { none = 0, bold = 1, thin = 2, wide = 4 };
constexpr Flags operator|(Flags a, Flags b) { return Flags(static_cast<unsigned>(a) | static_cast<unsigned>(b)); }
using Chars = const char*;

// A value with a text form.
class Hue {
 public:
  constexpr explicit Hue(int red = 0, int blue = 0) : red_(red), blue_(blue) {}
  constexpr Hue darker() const { return Hue(red_ / 2, blue_ / 2); }
  int red() const { return red_; }
  int blue() const { return blue_; }
  bool operator==(const Hue&) const = default;

 private:
  int red_;
  int blue_;
};

}  // namespace law

template <>
struct run::Codec<law::Hue> {
  static std::string to_text(const law::Hue& hue) {
    return std::to_string(hue.red()) + "/" + std::to_string(hue.blue());
  }
  static law::Hue from_text(std::string_view text) {
    const std::size_t end = text.find('/');
    if (end == std::string_view::npos) throw run::Error("expected: red/blue");
    return law::Hue(std::stoi(std::string(text.substr(0, end))), std::stoi(std::string(text.substr(end + 1))));
  }
};

namespace law {

// What the policy file of every program exempts.
namespace calm {
inline const char* const kName = "calm";
inline int cores(int n) { return n + 3; }
struct Desk {
  static int wide(int n) { return 2 * n; }
};
}  // namespace calm

inline namespace current {
namespace deep {
struct Place {
  static constexpr int kHere = 5;
};
}  // namespace deep
}  // namespace current
namespace shallow = deep;

struct Base {
  Base() = default;
  Base(const Base&) = default;
  Base(Base&&) = default;
  Base& operator=(const Base&) = default;
  Base& operator=(Base&&) = default;
  virtual ~Base() = default;
  virtual bool same(const Base& other, Pairs& pairs) const = 0;
};

// A second base.
class Mixin {
 public:
  int mixed = 1;
  void set_mix(int value) { mix_ = value; }
  void setBlend(double value) { blend_ = value; }
  Mixin& SetTone(std::int64_t value) {
    tone_ = value;
    return *this;
  }
  Mixin& shade(Mode value) {
    shade_ = value;
    return *this;
  }
  bool same(const Mixin& other) const {
    return mixed == other.mixed && mix_ == other.mix_ && blend_ == other.blend_ && tone_ == other.tone_ &&
           shade_ == other.shade_;
  }

 private:
  int mix_ = 2;
  double blend_ = 0.5;
  std::int64_t tone_ = 3;
  Mode shade_ = Mode::slow;
};

template <class T>
struct Box {
  T content{};
  int number = 1;
  bool same(const Box& other, Pairs& pairs) const {
    return number == other.number && law::same(content, other.content, pairs);
  }
};

// What holds of a recipe: the configuration builds what the recipe returns; so does its copy, and what was written and
// read again in each format.
inline bool complain(const char* recipe, const char* what, const std::string& text = {}) {
  std::printf("%s: %s\n%s", recipe, what, text.c_str());
  return false;
}

template <class Result, class Target, class Handle, class Read>
bool comes_back(const char* recipe, const char* format, const Handle& config, const std::string& text,
                const Result& plain, Read read) {
  try {
    const auto again = read(text);
    if (!(again == config)) return complain(recipe, format, text);
    if (!equal<Result>(run::build<Result>(again), plain)) return complain(recipe, "built otherwise from a file", text);
    return true;
  } catch (const std::exception& error) {
    return complain(recipe, error.what(), text);
  }
}

// For complaints: what holds a finished object has no YAML.
template <class Handle>
std::string told(const Handle& config) {
  try {
    return run::to_yaml(config);
  } catch (const run::Error&) {
    return run::to_text(config);
  }
}

template <class T>
struct RootOf;
template <class T>
struct RootOf<run::Config<T>> {
  using type = T;
};
template <class T>
struct RootOf<run::Shared<T>> {
  using type = T;
};

// `has_text`: no finished object is in it.
template <class Result, bool has_text = true, class Handle>
bool holds(const char* recipe, const Handle& config, const Result& plain) try {
  using T = typename RootOf<Handle>::type;
  if (!equal<Result>(run::build<Result>(config), plain))
    return complain(recipe, "built otherwise", told(config));
  const Handle copy = config;
  if (!(copy == config)) return complain(recipe, "a copy is not equal");
  if (!equal<Result>(run::build<Result>(copy), plain)) return complain(recipe, "a copy is built otherwise");
  if (!run::diff(config, config).empty()) return complain(recipe, "differs from itself");
  Handle full = config;
  full.materialize_defaults();
  if (!(full == config)) return complain(recipe, "defaults that are said make another configuration");
  if (!equal<Result>(run::build<Result>(full), plain)) return complain(recipe, "is built otherwise from its defaults");
  if (!has_text) return true;
  return comes_back<Result, T>(recipe, "YAML", config, run::to_yaml(config), plain,
                               [](const std::string& text) { return run::from_yaml<T>(text); }) &&
         comes_back<Result, T>(recipe, "YAML with defaults", config,
                               run::to_yaml(config, {.defaults = true, .comments = true}), plain,
                               [](const std::string& text) { return run::from_yaml<T>(text); }) &&
         comes_back<Result, T>(recipe, "JSON", config, run::to_json(config), plain,
                               [](const std::string& text) { return run::from_json<T>(text); }) &&
         // TOML holds tables alone.
         (run::to_yaml(config).front() != '_' ||
          comes_back<Result, T>(recipe, "TOML", config, run::to_toml(config), plain,
                                [](const std::string& text) { return run::from_toml<T>(text); }));
} catch (const std::exception& error) {
  return complain(recipe, error.what(), told(config));
}

// What a recipe gives that is called later: `call` calls it. `is_bound`: what it was given is the same in each call.
template <bool is_bound = true, class Handle, class Plain, class Call>
bool calls(const char* recipe, const Handle& config, Plain plain, Call call) try {
  const auto expected = std::pair(call(plain), call(plain));
  using Results = std::remove_const_t<decltype(expected)>;
  using Result = typename Results::first_type;
  const auto is_same = [&](const Handle& made) {
    auto built = run::build(made);
    const Results results(call(built), call(built));
    if (is_bound) return equal<Results>(results, expected);
    return equal<Result>(results.first, expected.first) && equal<Result>(results.second, expected.second);
  };
  const Handle copy = config;
  if (!is_same(config)) return complain(recipe, "called otherwise", told(config));
  if (!(copy == config)) return complain(recipe, "a copy is not equal");
  if (!is_same(copy)) return complain(recipe, "a copy is called otherwise");
  const std::string text = run::to_yaml(config);
  const auto read = run::from_yaml<Handle>(text);
  if (!(read == config)) return complain(recipe, "another configuration from YAML", text);
  return is_same(read) || complain(recipe, "called otherwise from YAML", text);
} catch (const std::exception& error) {
  return complain(recipe, error.what());
}

// What was changed after the conversion.
template <class Handle, class Result>
bool makes(const char* recipe, const Handle& config, const Result& plain) try {
  return equal<Result>(run::build<Result>(config), plain) ||
         complain(recipe, "changed, it is built otherwise", told(config));
} catch (const std::exception& error) {
  return complain(recipe, error.what());
}
template <class Handle>
bool fails(const char* recipe, const Handle& config) {
  try {
    run::build(config);
  } catch (const run::BuildError&) {
    return true;
  }
  return complain(recipe, "what is missing is not missed", told(config));
}

// What was changed is what a recipe with that change gives, and the difference makes the one from the other.
template <class Result, class Handle>
bool as_by_hand(const char* recipe, const Handle& before, const Handle& edited, const Handle& by_hand,
                const Result& plain) try {
  if (!(edited == by_hand))
    return complain(recipe, "not as edited by hand", told(edited) + told(by_hand));
  if (!run::diff(edited, by_hand).empty()) return complain(recipe, "differs from what was edited by hand");
  if (!equal<Result>(run::build<Result>(edited), plain)) return complain(recipe, "edited, it is built otherwise");
  Handle patched = before;
  run::apply(run::diff(before, edited), patched);
  return patched == edited || complain(recipe, "the difference makes something else", told(patched));
} catch (const std::exception& error) {
  return complain(recipe, error.what());
}

// Of two recipes: the difference makes the one configuration from the other.
template <class Result, class From, class To>
bool becomes(const char* recipe, const From& from, const To& to, const Result& plain) try {
  if constexpr (std::is_same_v<From, To>) {
    From patched = from;
    run::apply(run::diff(from, to), patched);
    if (!(patched == to))
      return complain(recipe, "the difference to another makes something else", told(from) + told(to));
    if (!equal<Result>(run::build<Result>(patched), plain)) return complain(recipe, "made from another, it differs");
  }
  return true;
} catch (const std::exception& error) {
  return complain(recipe, error.what(), told(from) + told(to));
}

}  // namespace law
