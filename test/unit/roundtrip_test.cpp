// Values of every type, alone and within each other, are read as they were written, in each format.
#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cmath>
#include <filesystem>
#include <limits>
#include <list>
#include <random>
#include <set>
#include <tuple>
#include <unordered_map>

#include "seed.h"
#include "targets.h"

namespace {

using run::Config;

enum class Bare : unsigned char {};  // no names are known

const std::vector<std::string> kTexts{"",
                                      " ",
                                      "yes",
                                      "No",
                                      "on",
                                      "y",
                                      "true",
                                      "True",
                                      "null",
                                      "~",
                                      "1",
                                      "-0",
                                      "1e3",
                                      "1_000",
                                      "0x10",
                                      "0o7",
                                      "010",
                                      "1:30",
                                      ".inf",
                                      ".5",
                                      ".NaN",
                                      "inf",
                                      "2001-01-01",
                                      "2001-01-01T00:00:00Z",
                                      "a: b",
                                      "a:b",
                                      "a:",
                                      ":a",
                                      "- x",
                                      "-x",
                                      "-",
                                      "--",
                                      "---",
                                      "...",
                                      "? x",
                                      "?",
                                      "#",
                                      "a #b",
                                      "a#b",
                                      "&a",
                                      "*a",
                                      "!a",
                                      "%a",
                                      "@a",
                                      "`a",
                                      "|",
                                      ">",
                                      "[a]",
                                      "{a: 1}",
                                      "a, b",
                                      "'a'",
                                      "\"a\"",
                                      "it's",
                                      "a\\nb",
                                      "\n",
                                      "a\nb\n",
                                      "\r\n",
                                      "\t",
                                      " a",
                                      "a ",
                                      "=",
                                      "<<",
                                      "${a}",
                                      "$",
                                      "???",
                                      "\x01\x1b\x7f",
                                      "\xc2\x85",
                                      "\xc2\xa0",
                                      "\xe2\x80\xa8",
                                      "\xe2\x80\xa9",
                                      "\xef\xbb\xbf",
                                      "\xef\xbf\xbe",
                                      "caf\xc3\xa9",
                                      "\xf0\x9f\x98\x80",
                                      "_target_",
                                      "_ref_",
                                      "_value_",
                                      "_map_",
                                      std::string("\0", 1),
                                      std::string("a\0b", 3),
                                      std::string(300, 'x'),
                                      std::string(1500, 'k') + ": v"};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  std::size_t below(std::size_t end) { return engine_() % end; }

  template <class T>
  T make() {
    return make(std::type_identity<T>());
  }

 private:
  template <class T>
  requires std::is_integral_v<T> T make(std::type_identity<T>) {
    switch (below(4)) {
      case 0:
        return std::numeric_limits<T>::min();
      case 1:
        return std::numeric_limits<T>::max();
      default:
        return static_cast<T>(static_cast<std::uint64_t>(engine_()) << 32 | engine_());
    }
  }
  bool make(std::type_identity<bool>) { return below(2) == 0; }
  char make(std::type_identity<char>) { return static_cast<char>(below(128)); }
  template <class T>
  requires std::is_floating_point_v<T> T make(std::type_identity<T>) {
    using Limits = std::numeric_limits<T>;
    const T some[] = {
        T(0),    -T(0), T(1) / 3, Limits::max(), Limits::lowest(),   Limits::min(),       Limits::epsilon(),
        T(1e20), T(1),  T(-1e-7), T(100),        Limits::infinity(), -Limits::infinity(), Limits::denorm_min(),
        T(0.1)};
    const std::size_t which = below(2 * std::size(some));
    if (which < std::size(some)) return some[which];
    return std::ldexp(static_cast<T>(engine_()) + static_cast<T>(engine_()) / T(4294967296),
                      static_cast<int>(below(200)) - 100);
  }
  std::string make(std::type_identity<std::string>) {
    std::string text = kTexts[below(kTexts.size())];
    if (below(3) == 0) text += kTexts[below(kTexts.size())];
    return text;
  }
  std::filesystem::path make(std::type_identity<std::filesystem::path>) { return make<std::string>(); }
  zoo::Mood make(std::type_identity<zoo::Mood>) { return below(2) == 0 ? zoo::Mood::calm : zoo::Mood::wild; }
  Bare make(std::type_identity<Bare>) { return static_cast<Bare>(below(256)); }
  zoo::Date make(std::type_identity<zoo::Date>) { return {static_cast<int>(below(3000))}; }
  template <class T>
  std::optional<T> make(std::type_identity<std::optional<T>>) {
    if (below(3) == 0) return std::nullopt;
    return make<T>();
  }
  template <class T>
  requires run::detail::SequenceLike<T> T make(std::type_identity<T>) {
    T all;
    for (std::size_t i = below(5); i > 0; --i) all.insert(all.end(), make<typename T::value_type>());
    return all;
  }
  template <class T>
  requires run::detail::MapLike<T> T make(std::type_identity<T>) {
    T all;
    for (std::size_t i = below(5); i > 0; --i) {
      auto key = make<typename T::key_type>();
      all.emplace(std::move(key), make<typename T::mapped_type>());
    }
    return all;
  }
  template <class T, std::size_t N>
  std::array<T, N> make(std::type_identity<std::array<T, N>>) {
    std::array<T, N> all{};
    for (T& element : all) element = make<T>();
    return all;
  }
  template <class A, class B>
  std::pair<A, B> make(std::type_identity<std::pair<A, B>>) {
    auto first = make<A>();
    return {std::move(first), make<B>()};
  }
  template <class... T>
  std::tuple<T...> make(std::type_identity<std::tuple<T...>>) {
    return std::tuple<T...>{make<T>()...};
  }
  template <class... T>
  std::variant<T...> make(std::type_identity<std::variant<T...>>) {
    std::variant<T...> made;
    const std::size_t which = below(sizeof...(T));
    std::size_t i = 0;
    ((i++ == which ? void(made = std::variant<T...>(std::in_place_type<T>, make<T>())) : void()), ...);
    return made;
  }

  std::mt19937 engine_;
};

template <class T>
class RoundTrip : public ::testing::Test {};

template <class... T>
using Map = std::map<T...>;

using Types = ::testing::Types<
    bool, char, signed char, short, int, std::int64_t, std::uint64_t, float, double, long double, std::string,
    std::filesystem::path, zoo::Mood, Bare, zoo::Date, std::optional<int>, std::optional<std::string>,
    std::optional<std::vector<int>>, std::vector<bool>, std::vector<std::string>, std::vector<std::vector<double>>,
    std::vector<std::optional<int>>, std::list<long double>, std::set<std::string>, std::array<float, 3>,
    Map<int, std::string>, Map<bool, double>, Map<std::uint64_t, std::vector<int>>, Map<zoo::Mood, int>,
    Map<double, bool>, Map<char, int>, Map<zoo::Date, int>, Map<std::string, Map<std::string, long double>>,
    Map<std::pair<int, std::string>, int>, Map<std::optional<int>, std::string>, Map<std::vector<int>, Map<int, int>>,
    std::unordered_map<std::string, std::vector<std::string>>, std::pair<int, std::vector<std::string>>,
    std::tuple<bool, std::string, double, std::optional<zoo::Mood>>, std::variant<int, std::string, bool>,
    std::variant<std::string, zoo::Mood>, std::optional<std::variant<zoo::Mood, std::string, double>>,
    std::variant<std::vector<int>, std::string, double>, std::vector<std::variant<bool, std::vector<std::string>>>>;

TYPED_TEST_SUITE(RoundTrip, Types);

TYPED_TEST(RoundTrip, IsExact) {
  using All = std::map<std::string, TypeParam>;
  const unsigned seed = first_seed(7);
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  for (int i = 0; i < 25 && !this->HasFailure(); ++i) {
    Config<All> config;
    for (std::size_t j = 0; j < 12; ++j) config["k" + std::to_string(j)] = random.make<TypeParam>();
    const std::string yaml = run::to_yaml(config);
    EXPECT_TRUE(run::from_yaml<All>(yaml) == config) << yaml;
    EXPECT_EQ(run::to_yaml(run::from_yaml<All>(yaml)), yaml);
    const std::string json = run::to_json(config);
    EXPECT_TRUE(run::from_json<All>(json) == config) << json;
    EXPECT_EQ(run::to_yaml(run::from_json<All>(json)), yaml);
    const std::string toml = run::to_toml(config);
    EXPECT_TRUE(run::from_toml<All>(toml) == config) << toml;  // its order is TOML's own
    EXPECT_TRUE(run::build(run::from_json<All>(json)) == run::build(config)) << json;
  }
}

TEST(RoundTripNan, IsNan) {
  using All = std::vector<long double>;
  Config<std::map<std::string, All>> config;
  config["a"] = All{std::nanl(""), -std::nanl("")};
  for (const auto& read : {run::from_yaml<std::map<std::string, All>>(run::to_yaml(config)),
                           run::from_json<std::map<std::string, All>>(run::to_json(config)),
                           run::from_toml<std::map<std::string, All>>(run::to_toml(config))})
    EXPECT_TRUE(std::isnan(run::build(read).at("a").at(1)));
}

}  // namespace
