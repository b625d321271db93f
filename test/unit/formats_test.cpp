// YAML, JSON and TOML: they say the same, and what is written is read back, whatever it is.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>

#include "../../lib/Runtime/Document.h"
#include "../../lib/Runtime/Utf8.h"
#include "seed.h"
#include "targets.h"
#include "thrown.h"

/// A class that is no target, and has no text form.
struct Ticket {
  int number = 7;
  bool operator==(const Ticket&) const = default;
};
struct Keeper {
  Ticket ticket;
  int size = 3;
};

template <>
struct run::Target<Keeper> {
  static constexpr std::string_view name = "Keeper";
  struct Args {
    run::Arg<Ticket> ticket{};
    run::Arg<int> size{};
  };
  union Fields {
    run::Handle self;
    run::Field<Ticket, 0> ticket;
    run::Field<int, 1> size;
  };
  static constexpr run::Parameter parameters[] = {
      run::member<Ticket>("ticket", {.value = [] { return run::value<Ticket>(Ticket()); }}),
      run::member<int>("size", {.text = "3", .value = [] { return run::value<int>(3); }}),
  };
  static Keeper build(run::Built& args) {
    Keeper object;
    if (args.has(0)) object.ticket = args.get<Ticket>(0);
    if (args.has(1)) object.size = args.get<int>(1);
    return object;
  }
};
template <>
inline const bool run::registered<Keeper> = run::register_target<Keeper>();

namespace {

using run::Config;

/// Whether the quick parser reads it: else it takes ten times as long.
bool is_quick(std::string_view yaml) {
  run::detail::Document document("f", yaml);
  return run::detail::parse_simple_yaml(document);
}

/// Written and read again, in each format; each writes the same as before.
template <class T, class Handle>
void comes_back(const Handle& config) {
  SCOPED_TRACE(run::to_yaml(config));
  const auto yaml = run::from_yaml<T>(run::to_yaml(config));
  EXPECT_TRUE(yaml == config) << run::to_yaml(yaml);
  EXPECT_EQ(run::to_yaml(yaml), run::to_yaml(config));
  EXPECT_TRUE(is_quick(run::to_yaml(config)));
  const auto json = run::from_json<T>(run::to_json(config));
  EXPECT_TRUE(json == config) << run::to_json(config) << run::to_yaml(json);
  EXPECT_EQ(run::to_yaml(json), run::to_yaml(config));
  const auto toml = run::from_toml<T>(run::to_toml(config));
  EXPECT_TRUE(toml == config) << run::to_toml(config) << run::to_yaml(toml);
  EXPECT_EQ(run::to_yaml(toml), run::to_yaml(config)) << run::to_toml(config);
}

TEST(Formats, Json) {
  run::Shared<zoo::Twin> low;
  EXPECT_EQ(run::to_json(Config<zoo::Twin>({.left = low, .right = low})),
            "{\n"
            "  \"_target_\": \"zoo::Twin\",\n"
            "  \"left\": {\n"
            "    \"_id_\": 1,\n"
            "    \"_target_\": \"zoo::Twin\"\n"
            "  },\n"
            "  \"right\": {\"_ref_\": 1}\n"
            "}\n");
  Config<zoo::Everything> config({.numbers = {1, 2.5, std::numeric_limits<double>::infinity()}});
  EXPECT_EQ(run::to_json(config),
            "{\n"
            "  \"_target_\": \"zoo::Everything\",\n"
            "  \"numbers\": [1.0, 2.5, {\"_value_\": \".inf\"}]\n"
            "}\n");
  EXPECT_EQ(run::build(run::from_json<zoo::Leaf>("{\"size\": 4, \"weight\": 1}")), (zoo::Leaf{.size = 4, .weight = 1}));
}

TEST(Formats, Toml) {
  EXPECT_EQ(run::to_toml(Config<zoo::Everything>(
                {.text = "a \"b\"", .maybe = nullptr, .leaves = {{"a", Config<zoo::Leaf>({.size = 1})}}, .either = 2})),
            "_target_ = \"zoo::Everything\"\n"
            "text = \"a \\\"b\\\"\"\n"
            "maybe = {_value_ = \"null\"}\n"
            "either = 2\n"
            "\n"
            "[leaves.a]\n"
            "_target_ = \"zoo::Leaf\"\n"
            "size = 1\n");
  EXPECT_EQ(run::to_toml(Config<zoo::Room>({.fussy = {Config<zoo::Fussy>({.number = 1})}})),
            "_target_ = \"zoo::Room\"\n"
            "\n"
            "[[fussy]]\n"
            "_target_ = \"zoo::Fussy\"\n"
            "number = 1\n");
  const auto read = run::from_toml<zoo::Everything>("large = 7\ndate = 2001-01-01\n[leaves]\nx = {size = 2}\n");
  EXPECT_EQ(run::build(read).date, zoo::Date{2001});
  EXPECT_EQ(read["leaves"]["x"]["size"].as<int>(), 2);
}

TEST(Formats, RefuseWithAMark) {
  EXPECT_EQ(error_of([] { run::from_json<zoo::Leaf>(std::string_view("{\"size\": \0", 10)); }).substr(0, 59),
            "<json>:1:10: a text has no control characters: found byte 0");
  EXPECT_EQ(error_of([] { run::from_json<zoo::Leaf>("{\n  \"siz\": 3\n}"); }),
            "<json>:2:3: zoo::Leaf has no argument `siz`; did you mean `size`?\n    \"siz\": 3\n    ^");
  EXPECT_EQ(error_of([] { run::from_json<zoo::Leaf>("{\"size\": 3, \"size\": 4}"); }),
            "<json>:1:13: `size` is there twice, first in line 1\n  {\"size\": 3, \"size\": 4}\n              ^");
  EXPECT_EQ(error_of([] { run::from_json<zoo::Leaf>("{\"weight\": 1.5, \"size\": \"x\"}"); }),
            "<json>:1:25: size: expected int, found \"x\"\n  {\"weight\": 1.5, \"size\": \"x\"}\n                      "
            "    ^");
  EXPECT_EQ(error_of([] { run::from_toml<zoo::Leaf>("# \xc3\xa9\nsize = 'x'\n"); }),
            "<toml>:2:8: size: expected int, found \"x\"\n  size = 'x'\n         ^");
  EXPECT_NE(error_of([] { run::from_toml<zoo::Leaf>("size = 1\nsize = 2\n"); }).find("<toml>:2:"), std::string::npos);
  EXPECT_NE(error_of([] { run::from_json<zoo::Leaf>("{\"size\": 3,}"); }).find("<json>:1:12: "), std::string::npos);
  EXPECT_NE(error_of([] { run::from_json<zoo::Leaf>("{\"size\": 3} 4"); }).find("<json>:1:13: "), std::string::npos);
  EXPECT_TRUE(run::detail::is_utf8(error_of([] { run::from_json<zoo::Leaf>("\xc3\xa9"); })));
  EXPECT_NE(error_of([] { run::from_json<zoo::Leaf>(""); }).find("<json>:1:1: "), std::string::npos);
  EXPECT_NE(error_of([] {
              run::from_json<zoo::Twin>("{\"left\": {\"_ref_\": 1}}");
            }).find("no node of this number before it"),
            std::string::npos);
  EXPECT_NE(error_of([] {
              run::from_json<zoo::Twin>("{\"left\": {\"_id_\": 1, \"left\": {\"_ref_\": 1}}}");
            }).find("holds itself"),
            std::string::npos);
  EXPECT_NE(error_of([] {
              run::from_toml<zoo::Twin>("left = {_id_ = 1}\nright = {_ref_ = 1, left = {_ref_ = 1}}\n");
            }).find("<toml>:2:10: right: `_ref_` stands alone"),
            std::string::npos);
  EXPECT_NE(error_of([] { run::from_json<zoo::Twin>("{\"_id_\": \"one\"}"); }).find("_id_ is the number"),
            std::string::npos);
  EXPECT_NE(error_of([] { run::from_yaml<zoo::Leaf>("size: !!python/object 3\n"); }).find("the tag"),
            std::string::npos);
}

TEST(Formats, AsPeopleWriteIsQuick) {
  for (const char* yaml :
       {"---\n# a comment\na: 1 # and another\n\nb:\n- x\n-   y: 2\n    z: 'it''s'\n- [1, {k: v}, # here\n   \"w\"]\n",
        "a: {b: 1, c: [x, y],}\nd: &x {e: *y}\n", "3e-4", "[1, 2]", "a: http://host:80/path?x=1&y=2\n",
        "list:\n  - &a\n    k: 1\n  - *a\nempty:\nlast: ~"})
    EXPECT_EQ(is_quick(yaml), std::string_view(yaml).find("*y") == std::string_view::npos) << yaml;
  for (const char* yaml :
       {"a: |\n  text\n", "a: !!str 1\n", "a: b\n  c\n", "? a\n: b\n", "a:\t1\n", "\"a\":1\n", "a: b: c\n"})
    EXPECT_FALSE(is_quick(yaml)) << yaml;
}

/// The document as YAML, or the error.
std::string toml(std::string_view text) {
  try {
    return run::detail::print_yaml(run::detail::parse_toml(text, "f"));
  } catch (const run::Error& error) {
    return error.what();
  }
}

TEST(Toml, Values) {
  EXPECT_EQ(toml("a = +1_000\nb = 0xFF\nc = 0o17\nd = 0b101\ne = -0\n"), "a: 1000\nb: 255\nc: 15\nd: 5\ne: -0\n");
  EXPECT_EQ(toml("a = 1.5e-3\nb = +inf\nc = -inf\nd = -nan\ne = 6_0.2_5\n"),
            "a: 1.5e-3\nb: .inf\nc: -.inf\nd: .nan\ne: 60.25\n");
  EXPECT_EQ(toml("a = 1979-05-27 07:32:00z\nb = 07:32:00.5\nc = 2000-02-29"),
            "a: \"1979-05-27T07:32:00Z\"\nb: \"07:32:00.5\"\nc: \"2000-02-29\"\n");
  EXPECT_EQ(toml("a = \"\"\"\r\none \\\n   \n  two\"\"\"\"\"\nb = '''it's'''\nc = \"\\u00e9\\U0001F600\\t\""),
            "a: one two\"\"\nb: it's\nc: \"\xc3\xa9\xf0\x9f\x98\x80\\t\"\n");
  EXPECT_EQ(toml("a = [1, # one\n [2], {b.c = 3},\n]\n\"d e\".'f' = true"),
            "a:\n  - 1\n  - - 2\n  - b:\n      c: 3\nd e:\n  f: true\n");
  for (const char* wrong : {"01",
                            "1__0",
                            "1_",
                            "1.",
                            ".5",
                            "1.e5",
                            "0x",
                            "+0x1",
                            "0XFF",
                            "1e",
                            "True",
                            "a",
                            "2001-02-29",
                            "24:00:00",
                            "1979-05-27T07:32",
                            "\"\\x41\"",
                            "\"\\ud800\"",
                            "\"a",
                            "'a",
                            "\"\"\"a",
                            "[1 2]",
                            "{a = 1,}",
                            "{a = 1\n}",
                            "[1",
                            "{",
                            "",
                            "1 2",
                            "\"a\\\"",
                            "9223372036854775808",
                            "1e999",
                            "\"a\r\"",
                            "1 \r"})
    EXPECT_TRUE(toml("a = " + std::string(wrong)).starts_with("f:")) << wrong << "\n"
                                                                     << toml("a = " + std::string(wrong));
  EXPECT_EQ(toml("size = maybe"), "f:1:8: `maybe` is no value; a text stands in quotes\n  size = maybe\n         ^");
  EXPECT_EQ(toml("caf\xc3\xa9 = 1"),
            "f:1:4: expected `=`, found a character that stands in quotes\n  caf\xc3\xa9 = 1\n     ^");
}

TEST(Toml, Tables) {
  EXPECT_EQ(toml("[a.b]\nx = 1\n[a]\ny = 2\n[a.c]\n[[d]]\nz = 3\n[[d]]\n[d.e]\n[[d.f]]\n"),
            "a:\n  b:\n    x: 1\n  y: 2\n  c: {}\nd:\n  - z: 3\n  - e: {}\n    f:\n      - {}\n");
  EXPECT_EQ(toml("a.b = 1\na.c.d = 2\n[a.e]\nf = 3"), "a:\n  b: 1\n  c:\n    d: 2\n  e:\n    f: 3\n");
  for (const char* wrong : {"a = 1\na = 2",
                            "a = 1\na.b = 2",
                            "a.b = 1\na = 2",
                            "[a]\n[a]",
                            "[a]\nb = 1\n[a.b]",
                            "a = {b = 1}\n[a.c]",
                            "a = {b = 1}\na.c = 2",
                            "a = [{}]\n[[a]]",
                            "a = [{}]\n[a.b]",
                            "[[a]]\n[a]",
                            "[a]\n[[a]]",
                            "a.b = 1\n[a]",
                            "[a.b.c]\n[a]\nb.d = 1",
                            "a = {b = 1, b = 2}",
                            "[a",
                            "[[a]",
                            "[a]]",
                            "[]",
                            "[a.]",
                            "[a]b = 1",
                            "= 1",
                            "a.= 1",
                            "a b = 1",
                            "\"\"\"a\"\"\" = 1",
                            "[a] # \x7f"})
    EXPECT_TRUE(toml(wrong).starts_with("f:")) << wrong << "\n" << toml(wrong);
  EXPECT_EQ(toml("[a]\n[a]\n"), "f:2:2: `a` is there twice, first in line 1\n  [a]\n   ^");
  std::string many;
  for (int i = 0; i < 100; ++i) many += "k" + std::to_string(i) + " = 1\n";
  EXPECT_TRUE(toml(many + "k7 = 2").starts_with("f:101:1: `k7` is there twice, first in line 8"))
      << toml(many + "k7 = 2");
}

TEST(Formats, MapsOfAllKeys) {
  using Numbers = std::map<int, std::string>;
  Config<Numbers> numbers;
  numbers[-4] = std::string("x");
  numbers[7] = std::string("y");
  EXPECT_TRUE(run::from_json<Numbers>(run::to_json(numbers)) == numbers) << run::to_json(numbers);
  EXPECT_TRUE(run::from_toml<Numbers>(run::to_toml(numbers)) == numbers) << run::to_toml(numbers);
  EXPECT_TRUE(run::from_yaml<Numbers>(run::to_yaml(numbers)) == numbers) << run::to_yaml(numbers);
  using Odd = std::map<std::string, int>;
  Config<Odd> odd;
  for (const char* key : {"_target_", "_ref_", "_id_", "a b", "", "1", "true", "a.b", "\"", "\n"}) odd[key] = 1;
  EXPECT_TRUE(run::from_json<Odd>(run::to_json(odd)) == odd) << run::to_json(odd);
  EXPECT_TRUE(run::from_toml<Odd>(run::to_toml(odd)) == odd) << run::to_toml(odd);
  EXPECT_TRUE(run::from_yaml<Odd>(run::to_yaml(odd)) == odd) << run::to_yaml(odd);
  EXPECT_NE(error_of([] { run::from_yaml<Odd>("{a: 1, b: 2, a: 3}"); }).find("twice"), std::string::npos);
}

/// Configurations of all kinds of values.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  int below(int end) { return static_cast<int>(engine_() % static_cast<unsigned>(end)); }
  bool rarely() { return below(4) == 0; }

  std::string text() {
    static const std::vector<std::string> kParts{"a",
                                                 "Z",
                                                 "_",
                                                 " ",
                                                 "0",
                                                 "1.5",
                                                 ":",
                                                 ": ",
                                                 "#",
                                                 " #",
                                                 "-",
                                                 "'",
                                                 "\"",
                                                 "\\",
                                                 "\n",
                                                 "\t",
                                                 "\r",
                                                 "[",
                                                 "}",
                                                 ",",
                                                 "&",
                                                 "*",
                                                 "!",
                                                 "%",
                                                 "@",
                                                 "`",
                                                 "true",
                                                 "null",
                                                 "~",
                                                 "=",
                                                 "<<",
                                                 "\x01",
                                                 "\x7f",
                                                 "\xc3\xa9",
                                                 "\xe2\x80\xa8",
                                                 "\xef\xbb\xbf",
                                                 "\xf0\x9f\x98\x80",
                                                 "\xc2\x85",
                                                 "${x}",
                                                 "0x1f",
                                                 "1e5",
                                                 "---",
                                                 "...",
                                                 "?"};
    std::string text;
    for (int i = below(5); i > 0; --i) text += kParts[static_cast<std::size_t>(below(static_cast<int>(kParts.size())))];
    if (rarely()) text += '\0';
    return text;
  }
  double real() {
    switch (below(6)) {
      case 0:
        return below(100);
      case 1:
        return std::numeric_limits<double>::infinity() * (below(2) ? 1 : -1);
      case 2:
        return -0.0;
      case 3:
        return std::numeric_limits<double>::denorm_min();
      default: {
        const double number = std::bit_cast<double>(static_cast<std::uint64_t>(engine_()) << 32 | engine_());
        return std::isnan(number) ? 0.1 : number;
      }
    }
  }

  Config<zoo::Leaf> leaf() {
    Config<zoo::Leaf> leaf;
    if (!rarely()) leaf->size = static_cast<int>(engine_());
    if (!rarely()) leaf->weight = real();
    return leaf;
  }

  Config<zoo::Everything> everything() {
    Config<zoo::Everything> all;
    if (rarely()) all->flag = true;
    if (rarely()) all->letter = static_cast<char>(below(128));
    if (rarely()) all->tiny = static_cast<signed char>(below(256) - 128);
    if (rarely()) all->small = static_cast<unsigned>(engine_());
    if (rarely()) all->large = static_cast<std::uint64_t>(engine_()) << 32 | engine_();
    if (rarely()) all->narrow = static_cast<float>(real());
    if (!rarely()) all->text = text();
    if (rarely()) all->view = text();
    if (rarely()) all->chars = text().c_str();
    if (rarely()) all["chars"] = nullptr;
    if (rarely()) all->mood = below(2) ? zoo::Mood::calm : zoo::Mood::wild;
    if (rarely()) all->maybe = below(1000);
    if (rarely()) all->maybe = nullptr;
    if (!rarely()) {
      all->numbers = std::vector<double>();
      for (int i = below(4); i > 0; --i) all->numbers.push_back(real());
    }
    if (!rarely())
      for (int i = below(4); i > 0; --i) all->leaves[text()] = leaf();
    if (rarely()) all->both = std::pair<int, std::string>(below(9), text());
    if (rarely()) all->either = below(9);
    if (rarely()) all->either = "a" + text();
    if (rarely()) all->either = leaf();
    if (rarely()) all->function = &zoo::twice;
    if (rarely()) all->date = zoo::Date{1000 + below(1000)};
    return all;
  }

  /// A graph without cycles, in which nodes are used by several others.
  Config<zoo::Twin> twins() {
    std::vector<run::Shared<zoo::Twin>> made{run::Shared<zoo::Twin>()};
    const auto any = [&] { return made[static_cast<std::size_t>(below(static_cast<int>(made.size())))]; };
    for (int i = below(12); i > 0; --i) {
      run::Shared<zoo::Twin> twin;
      if (!rarely()) twin->left = any();
      if (!rarely()) twin->right = any();
      if (rarely()) twin->left = nullptr;
      made.push_back(twin);
    }
    return Config<zoo::Twin>({.left = made.back(), .right = any()});
  }

  Config<zoo::Shape> shape() {
    Config<zoo::Shape> shape;
    if (below(2))
      shape->shape = below(9);
    else
      shape->shape = text();
    // In either order: it is kept.
    const bool first = below(2);
    if (first) shape->label = text();
    shape->colour = below(3);
    if (!first) shape->label = text();
    return shape;
  }

  run::Partial<zoo::Owner> partial() {
    run::Partial<zoo::Owner> owner;
    if (below(2)) owner->leaf = leaf();
    if (below(2)) owner->extra = below(100) - 50;
    return owner;
  }

 private:
  std::mt19937 engine_;
};

TEST(Formats, WhatIsWrittenComesBack) {
  Random random(first_seed(4));
  for (int i = 0; i < 150 && !HasFailure(); ++i) {
    comes_back<zoo::Everything>(random.everything());
    comes_back<zoo::Twin>(random.twins());
    comes_back<zoo::Shape>(random.shape());
    comes_back<run::Partial<zoo::Owner>>(random.partial());
  }
}

TEST(Formats, ATextIsWhatItNamesBesideStrings) {
  using Any = std::variant<std::string, zoo::Mood, std::chrono::seconds, zoo::Leaf>;
  const std::vector<Any> given{zoo::Mood::wild, std::chrono::seconds(90), "tame", "", zoo::Leaf{.size = 2}};
  Config<std::vector<Any>> all;
  for (const Any& one : given) all.push_back(one);
  const auto is_given = [&](const Config<std::vector<Any>>& read) {
    const std::vector<Any> built = run::build(read);
    for (std::size_t i = 0; i < given.size(); ++i) EXPECT_EQ(built.at(i).index(), given[i].index()) << i;
    EXPECT_EQ(read, all);
  };
  is_given(run::from_yaml<std::vector<Any>>(run::to_yaml(all)));
  is_given(run::from_json<std::vector<Any>>(run::to_json(all)));
  is_given(run::from_yaml<std::vector<Any>>("[Mood::wild, 90s, tame, '', {_target_: zoo.Leaf, size: 2}]"));
  all.set("[2]", "calm");
  EXPECT_EQ(std::get<zoo::Mood>(all.get<Any>("[2]")), zoo::Mood::calm);
  // A string of a program is one whatever it says; a file could not tell.
  all[2] = std::string("calm");
  EXPECT_EQ(std::get<std::string>(run::build(all)[2]), "calm");
  EXPECT_EQ(error_of([&] { run::to_yaml(all); }),
            "[2]: \"calm\" cannot be written: a file would mean zoo::Mood::calm by it");
  Config<std::map<std::string, Any>> named;
  named["leaf"] = zoo::Leaf();
  named["text"] = std::string("calm");
  EXPECT_EQ(error_of([&] { run::to_toml(named); }).substr(0, 14), "[text]: \"calm\"");
  using Lists = std::variant<std::vector<std::string>, std::vector<zoo::Mood>>;
  Config<std::vector<Lists>> lists;
  lists.push_back(Lists(std::vector<std::string>{"tame", "wild"}));
  EXPECT_EQ(run::from_json<std::vector<Lists>>(run::to_json(lists)), lists);
  lists.push_back(Lists(std::vector{zoo::Mood::wild}));
  EXPECT_EQ(error_of([&] { run::to_json(lists); }),
            "[1]: zoo::Mood::wild cannot be written: a file would mean \"wild\" by it");
}

TEST(Formats, Comments) {
  EXPECT_EQ(run::to_yaml(Config<zoo::Leaf>({.size = 4}), {.defaults = true, .comments = true}),
            "_target_: zoo::Leaf\n"
            "# int, 3 by default\n"
            "size: 4\n"
            "# double, 0.5 by default\n"
            "weight: 0.5\n");
  EXPECT_EQ(run::to_toml(Config<zoo::Leaf>({.size = 4}), {.comments = true}),
            "_target_ = \"zoo::Leaf\"\n"
            "# int, 3 by default\n"
            "size = 4\n");
  EXPECT_EQ(error_of([] { run::to_json(Config<zoo::Leaf>(), {.comments = true}); }), "JSON has no comments");
  Random random(5);
  for (int i = 0; i < 20; ++i) {
    const auto config = random.everything();
    const run::WriteOptions options{.defaults = false, .comments = true};
    EXPECT_TRUE(run::from_yaml<zoo::Everything>(run::to_yaml(config, options)) == config);
    EXPECT_TRUE(run::from_toml<zoo::Everything>(run::to_toml(config, options)) == config);
  }
}

TEST(Formats, DefaultsWithoutATextFormAreLeftOut) {
  const Config<Keeper> config;
  EXPECT_EQ(run::to_yaml(config, {.defaults = true}), "_target_: Keeper\nsize: 3\n");
  EXPECT_TRUE(run::from_yaml<Keeper>(run::to_yaml(config, {.defaults = true})) == config);
  EXPECT_EQ(error_of([] { run::to_yaml(Config<Keeper>({.ticket = Ticket{8}})); }),
            "ticket: an object of type Ticket has no text form: a configuration of it would have one, and so would a "
            "run::Codec");
}

class InFolder : public ::testing::Test {
 protected:
  InFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "run-formats-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~InFolder() override { std::filesystem::remove_all(folder_); }
  std::string file(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(file(name)) << text; }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder_), std::filesystem::directory_iterator()));
  }

  std::filesystem::path folder_;
};

using Files = InFolder;

TEST_F(Files, AreWrittenAsAWhole) {
  const Config<zoo::Leaf> leaf({.size = 7});
  for (const char* name : {"a.yaml", "a.json", "a.toml", "a.yml"}) {
    run::to_file(leaf, file(name));
    EXPECT_TRUE(run::from_file<zoo::Leaf>(file(name)) == leaf);
  }
  EXPECT_EQ(files(), 4U);
  ::chmod(file("a.yaml").c_str(), 0600);
  std::filesystem::create_symlink("a.yaml", folder_ / "link.yaml");
  run::to_yaml_file(Config<zoo::Leaf>({.size = 8}), file("link.yaml"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "link.yaml"));
  EXPECT_EQ(run::from_yaml_file<zoo::Leaf>(file("a.yaml"))->size, 8);
  struct stat about {};
  ::stat(file("a.yaml").c_str(), &about);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);

  std::filesystem::create_symlink("later.yaml", folder_ / "early.yaml");
  run::to_yaml_file(leaf, file("early.yaml"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "early.yaml"));
  EXPECT_EQ(run::from_yaml_file<zoo::Leaf>(file("later.yaml"))->size, 7);
  std::filesystem::create_symlink("loop.yaml", folder_ / "loop.yaml");
  EXPECT_NE(error_of([&] { run::to_yaml_file(leaf, file("loop.yaml")); }).find("symbolic links"), std::string::npos);
  run::to_yaml_file(leaf, "/dev/null");
  EXPECT_NE(error_of([&] { run::to_yaml_file(leaf, "/dev/full"); }).find("No space left"), std::string::npos);

  Config<zoo::Everything> bad;
  bad->text = "\xff";
  EXPECT_EQ(error_of([&] { run::to_yaml_file(bad, file("a.yaml")); }),
            "text: the string is no UTF-8: no format can hold it");
  EXPECT_EQ(run::from_yaml_file<zoo::Leaf>(file("a.yaml"))->size, 8);
  EXPECT_EQ(error_of([&] { run::to_yaml_file(leaf, file("none/a.yaml")); }),
            file("none/a.yaml") + ": the file cannot be written: No such file or directory");
  EXPECT_EQ(error_of([&] { run::from_yaml_file<zoo::Leaf>(file("none.yaml")); }),
            file("none.yaml") + ": the file cannot be read: No such file or directory");
  EXPECT_EQ(error_of([&] { run::to_file(leaf, "a.ini"); }), "a.ini: expected a file named .yaml, .yml, .json or .toml");
  EXPECT_EQ(files(), 8U);
}

TEST_F(Files, HaveSections) {
  write("all.yaml",
        "base: &b {_target_: zoo::Twin}\n"
        "models:\n"
        "  - _target_: zoo::Leaf\n"
        "    size: 5\n"
        "  - _target_: zoo::Twin\n"
        "    left: *b\n"
        "again: *b\n");
  EXPECT_EQ(run::from_yaml_file<zoo::Leaf>(file("all.yaml:models[0]"))->size, 5);
  EXPECT_EQ(run::from_file<zoo::Leaf>(file("all.yaml:models.0"))->size, 5);
  EXPECT_NE(run::build(run::from_file<zoo::Twin>(file("all.yaml:models[1]"))).left(), nullptr);
  EXPECT_EQ(run::build(run::from_file<zoo::Twin>(file("all.yaml:again"))).left(), nullptr);
  EXPECT_EQ(error_of([&] { run::from_file<zoo::Leaf>(file("all.yaml:models[2]")); }),
            file("all.yaml") + ": there is no `2` in `models`: it has 2 elements");
  EXPECT_EQ(run::from_file<zoo::Leaf>(file("all.yaml:models[-2]"))->size, 5);
  write("part.json", "{\"deep\": {\"leaf\": {\"size\": 6}, \"a:b\": {\"size\": 7}}}");
  EXPECT_EQ(run::from_file<zoo::Leaf>(file("part.json:deep[\"a:b\"]"))->size, 7);
  EXPECT_EQ(run::from_file<zoo::Leaf>(file("part.json:deep.leaf"))->size, 6);
}

}  // namespace
