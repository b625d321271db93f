// YAML: exact texts, and what is refused.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "targets.h"

namespace {

using run::Config;

template <class T>
std::string refusal(const std::string& text) {
  try {
    (void)run::from_yaml<T>(text);
  } catch (const run::Error& error) {
    return error.what();
  }
  return "it was read";
}

TEST(Yaml, Text) {
  run::Shared<zoo::Twin> low;
  EXPECT_EQ(run::to_yaml(Config<zoo::Twin>({.left = low, .right = low})),
            "_target_: zoo::Twin\n"
            "left: &1\n"
            "  _target_: zoo::Twin\n"
            "right: *1\n");
  EXPECT_EQ(run::to_yaml(Config<zoo::Room>({.fussy = {Config<zoo::Fussy>({.number = 1})}})),
            "_target_: zoo::Room\n"
            "fussy:\n"
            "  - _target_: zoo::Fussy\n"
            "    number: 1\n");
  EXPECT_EQ(run::to_yaml(run::partial<zoo::sum>({.b = 2})), "_target_: zoo::sum\n_partial_: true\nb: 2\n");
  EXPECT_EQ(run::to_yaml(Config<zoo::Leaf>(), {.defaults = true}), "_target_: zoo::Leaf\nsize: 3\nweight: 0.5\n");
  EXPECT_EQ(run::to_yaml(Config<zoo::Everything>({.function = &zoo::twice})),
            "_target_: zoo::Everything\nfunction:\n  _target_: zoo::twice\n  _call_: false\n");
}

TEST(Yaml, ReadAsARecipeReturnsIt) {
  const Config<zoo::Leaf> leaf({.size = 9});
  const Config<zoo::Leaf> read = run::from_yaml<std::unique_ptr<zoo::Leaf>>(run::to_yaml(leaf));
  EXPECT_EQ(read, leaf);
  EXPECT_EQ(run::from_json<std::shared_ptr<const zoo::Leaf>>(run::to_json(leaf)), leaf);
  EXPECT_NE(refusal<std::unique_ptr<zoo::Leaf>>("_target_: zoo::Room\n").find("expected zoo::Leaf, found zoo::Room"),
            std::string::npos);
}

TEST(Yaml, StringsComeBack) {
  Config<zoo::Everything> config;
  for (const std::string text :
       {"",    " ",          "true", "yes",  "no",  "null",  "~",        "1",           "1.5",  "-3",    "0x10",
        "1e3", ".inf",       "a: b", "a #b", "- a", "-",     "'x'",      "\"x\"",       "a\nb", "tab\t", "&a",
        "*a",  "2020-01-01", "1:30", "x:",   "[a]", "{",     "@",        "caf\xc3\xa9", "%",    "\x01",  "a\\b",
        "---", "?",          "=",    "<<",   "0o7", "1_000", "\xc2\x85", "plain text",  "a::b", ","}) {
    config->text = text;
    const std::string yaml = run::to_yaml(config);
    EXPECT_EQ(run::from_yaml<zoo::Everything>(yaml)->text, text) << yaml;
  }
  config->text = "plain text";
  EXPECT_EQ(run::to_yaml(config), "_target_: zoo::Everything\ntext: plain text\n");
  config->text = "\xff";
  EXPECT_THROW(run::to_yaml(config), run::Error);
}

TEST(Yaml, NumbersComeBack) {
  Config<zoo::Leaf> leaf;
  for (const double number : {0.0, -0.0, 0.1, 1e300, 5e-324, 3.0, 1e20, -2.5, std::numeric_limits<double>::infinity(),
                              -std::numeric_limits<double>::infinity(), 1.0 / 3}) {
    leaf->weight = number;
    const double read = run::from_yaml<zoo::Leaf>(run::to_yaml(leaf))->weight;
    EXPECT_EQ(read, number);
    EXPECT_EQ(std::signbit(read), std::signbit(number));
  }
  leaf->weight = std::nan("");
  EXPECT_TRUE(std::isnan(run::from_yaml<zoo::Leaf>(run::to_yaml(leaf))->weight.get()));
  leaf->weight = 3.0;
  EXPECT_EQ(run::to_yaml(leaf), "_target_: zoo::Leaf\nweight: 3.0\n");
  EXPECT_EQ(run::from_yaml<zoo::Leaf>("{_target_: zoo.Leaf, size: 1e4, weight: 2}")->size, 10000);
}

TEST(Yaml, FloatsAreAsShortAsTheyCanBe) {
  for (const float real : {0.1F, 1.3F, -3.4028235e38F, 1e-45F, 16777216.0F, std::nextafterf(0.1F, 1.0F)}) {
    const Config<zoo::Everything> config({.narrow = real});
    EXPECT_EQ(run::from_yaml<zoo::Everything>(run::to_yaml(config)), config) << run::to_yaml(config);
  }
  EXPECT_EQ(run::to_yaml(Config<zoo::Everything>({.narrow = 0.1F})), "_target_: zoo::Everything\nnarrow: 0.1\n");
  EXPECT_EQ(run::to_yaml(Config<zoo::Everything>({.narrow = std::nextafterf(0.1F, 1.0F)})),
            "_target_: zoo::Everything\nnarrow: 0.10000001\n");
}

TEST(Yaml, FloatsAreAsShortWhereverTheyStand) {
  Config<zoo::Everything> config;
  config["narrow"] = 0.3;
  EXPECT_EQ(config.history("narrow").back().value, "0.3");
  EXPECT_NE(run::to_text(config, {.style = run::PrintOptions::Style::flat}).find("\nnarrow = 0.3\n"),
            std::string::npos);
  EXPECT_NE(run::to_text(run::diff(Config<zoo::Everything>(), config)).find("0.3\n"), std::string::npos);
  EXPECT_TRUE(config == Config<zoo::Everything>({.narrow = 0.3F}));
  config["narrow"] = 0.1;
  EXPECT_TRUE(config == Config<zoo::Everything>()) << "its default";
  Config<std::map<std::string, float>> map;
  map["a"] = 0.2F;
  EXPECT_EQ(run::to_yaml(map), "a: 0.2\n");
  EXPECT_EQ(run::to_yaml(Config<std::pair<float, double>>({0.1F, 0.1F})), "- 0.1\n- 0.10000000149011612\n");
  // Of a float that stands for a double, all digits count.
  Config<zoo::Leaf> leaf;
  leaf->weight = 0.1F;
  EXPECT_EQ(run::to_yaml(leaf), "_target_: zoo::Leaf\nweight: 0.10000000149011612\n");
  EXPECT_EQ(run::from_yaml<zoo::Leaf>(run::to_yaml(leaf)), leaf);
  EXPECT_EQ(run::from_yaml<zoo::Everything>("narrow: 3.4028235e+38")->narrow, 3.4028235e38F);
  EXPECT_TRUE(refusal<zoo::Everything>("narrow: 1e-50").find("out of range of float") != std::string::npos);
  EXPECT_TRUE(refusal<zoo::Everything>("narrow: 16777217").find("more digits than the type") != std::string::npos);
  EXPECT_EQ(run::from_yaml<zoo::Everything>("narrow: 16777216")->narrow, 16777216.0F);
  EXPECT_TRUE(
      refusal<zoo::Leaf>("_target_: zoo::Leaf\nweight: 18446744073709551615").find("more digits than the type") !=
      std::string::npos);
  EXPECT_TRUE(refusal<zoo::Everything>("narrow: 3.5e+38").starts_with("<yaml>:1:9: narrow: expected float, found"));
}

TEST(Yaml, NumbersOfEnumerators) {
  EXPECT_EQ(run::from_yaml<zoo::Everything>("mood: 1")->mood, zoo::Mood::wild);
  EXPECT_EQ(refusal<zoo::Everything>("mood: 7"),
            "<yaml>:1:7: mood: expected zoo::Mood, found 7 (no enumerator is 7: `zoo::Mood(7)` means it)\n"
            "  mood: 7\n        ^");
  const Config<zoo::Everything> odd({.mood = static_cast<zoo::Mood>(7)});
  EXPECT_EQ(run::to_yaml(odd), "_target_: zoo::Everything\nmood: zoo::Mood(7)\n");
  EXPECT_TRUE(run::from_yaml<zoo::Everything>(run::to_yaml(odd)) == odd);
  EXPECT_TRUE(run::from_json<zoo::Everything>(run::to_json(odd)) == odd);
  EXPECT_EQ(run::from_yaml<zoo::Everything>("mood: Mood(-3)")->mood, static_cast<zoo::Mood>(-3));
  for (const std::string& wrong : {"ood(3)", "Mood(3", "Mood(x)", "Mood()", "(3)", "Mood(99999999999)", "Mood"})
    EXPECT_TRUE(refusal<zoo::Everything>("mood: " + wrong).starts_with("<yaml>:1:7: mood: expected zoo::Mood, found"))
        << wrong;
}

TEST(Yaml, RefusesWithAMark) {
  EXPECT_EQ(refusal<zoo::Leaf>("_target_: zoo::Leaf\nsiz: 3\n"),
            "<yaml>:2:1: zoo::Leaf has no argument `siz`; did you mean `size`?\n  siz: 3\n  ^");
  EXPECT_EQ(
      refusal<zoo::Leaf>("_target_: zoo::Leav\n"),
      "<yaml>:1:11: there is no target `zoo::Leav`; did you mean `zoo::Leaf`?\n  _target_: zoo::Leav\n            ^");
  EXPECT_EQ(refusal<run::Partial<zoo::Owner>>("_target_: zoo::Leaf\n"),
            "<yaml>:1:1: expected zoo::Owner, found zoo::Leaf\n  _target_: zoo::Leaf\n  ^");
  EXPECT_EQ(refusal<run::Partial<zoo::Owner>>("_target_: zoo::Owner\n"),
            "<yaml>:1:1: expected a Partial, _partial_ is missing\n  _target_: zoo::Owner\n  ^");
  EXPECT_EQ(refusal<zoo::Leaf>("_target_: zoo::Leaf\nsize: 3\nsize: 4\n"),
            "<yaml>:3:1: `size` is there twice, first in line 2\n  size: 4\n  ^");
  EXPECT_EQ(refusal<zoo::Leaf>("_target_: zoo::Leaf\nsize: three\n"),
            "<yaml>:2:7: size: expected int, found \"three\"\n  size: three\n        ^");
  EXPECT_EQ(refusal<zoo::Everything>("_target_: zoo::Everything\ntext: 3\n"),
            "<yaml>:2:7: text: expected std::string, found 3 (quote it to make it a string)\n  text: 3\n        ^");
  EXPECT_EQ(refusal<zoo::Everything>("_target_: zoo::Everything\nnumbers: [1, x]\n"),
            "<yaml>:2:14: numbers[1]: expected double, found \"x\"\n  numbers: [1, x]\n               ^");
  EXPECT_EQ(refusal<zoo::Twin>("_target_: zoo::Twin\nleft: {_target_: zoo::Leaf}\n"),
            "<yaml>:2:18: left: expected std::shared_ptr<zoo::Twin>, found zoo::Leaf\n  left: {_target_: zoo::Leaf}\n  "
            "                 ^");
  EXPECT_EQ(refusal<zoo::Leaf>("_target_: zoo::Twin\n"),
            "<yaml>:1:1: expected zoo::Leaf, found zoo::Twin\n  _target_: zoo::Twin\n  ^");
  EXPECT_NE(
      refusal<zoo::Twin>("_target_: zoo::Twin\nleft: &a\n  _target_: zoo::Twin\n  left: *a\n").find("holds itself"),
      std::string::npos);
  EXPECT_NE(refusal<zoo::Leaf>("").find("no configuration"), std::string::npos);
  EXPECT_NE(refusal<zoo::Leaf>("_target_: zoo::Leaf\n---\n_target_: zoo::Leaf\n").find("more than one"),
            std::string::npos);
  EXPECT_NE(refusal<zoo::Leaf>("a: [").find("<yaml>:"), std::string::npos);
  EXPECT_NE(refusal<zoo::Leaf>("_target_: zoo::Leaf\n_partial_: true\n").find("run::Partial"), std::string::npos);
}

TEST(Yaml, SaysWhatTheParserMeans) {
  EXPECT_EQ(refusal<zoo::Leaf>("_target_: zoo::Leaf\n size: 3\n"),
            "<yaml>:2:6: a key cannot stand here: it is indented as no mapping is, or a `:` is missing before it\n"
            "   size: 3\n       ^");
  EXPECT_EQ(refusal<zoo::Owner>("leaf:\n\t_target_: zoo::Leaf\n"),
            "<yaml>:2:10: a tab is no indentation: YAML takes spaces\n  \t_target_: zoo::Leaf\n  \t        ^");
  EXPECT_EQ(refusal<zoo::Owner>("leaf:\n  size: 3\n\tname: x\n").substr(0, 58),
            "<yaml>:3:1: a tab is no indentation: YAML takes spaces\n  \t");
  EXPECT_EQ(refusal<zoo::Everything>("numbers: [1, 2\ntext: a\n"),
            "<yaml>:2:5: there is no `]` for a `[` before this\n  text: a\n      ^");
  EXPECT_EQ(refusal<zoo::Everything>("leaves: {a: b\ntext: a\n"),
            "<yaml>:2:5: there is no `}` for a `{` before this\n  text: a\n      ^");
}

TEST(Yaml, WhatWasCutOffIsNotTakenForTheWhole) {
  const auto mistake = [](const std::string& text) {
    const std::string all = refusal<zoo::Everything>(text);
    return all.substr(0, all.find('\n'));
  };
  const std::string quote = "there is no closing quote for this one";
  EXPECT_EQ(mistake("text: \"unclosed\n"), "<yaml>:1:7: " + quote);
  EXPECT_EQ(mistake("text: 'it''s\n"), "<yaml>:1:7: " + quote);
  EXPECT_EQ(mistake("flag: true\ntext: &a !!str \"un\\\"closed\n"), "<yaml>:2:16: " + quote);
  EXPECT_EQ(mistake("\"text\n"), "<yaml>:1:1: " + quote);
  EXPECT_EQ(mistake("\xef\xbb\xbftext: \"x\n"), "<yaml>:1:10: " + quote);
  const std::string colon = "there is no `:` behind the key";
  EXPECT_EQ(mistake("flag: true\nmaybe"), "<yaml>:2:1: " + colon);
  EXPECT_EQ(mistake("flag: true\r\nmaybe\r\n"), "<yaml>:2:1: " + colon);
  EXPECT_EQ(mistake("\"maybe\"\nflag: true\n").substr(0, 7), "<yaml>:");
  EXPECT_EQ(mistake("caf\xc3\xa9: |\n  x\n'maybe'\n").substr(0, 7), "<yaml>:");
  const std::string directive = "`%` begins a directive, which stands before `---`: quote what is a text";
  EXPECT_EQ(mistake("flag: true\n%maybe: 1\n"), "<yaml>:2:1: " + directive);
  EXPECT_EQ(mistake("%YAML 1.2\nflag: true\n"), "<yaml>:1:1: behind a directive, `---` begins the document");
  for (const std::string right :
       {"maybe:", "maybe: ", "{maybe}", "{\"maybe\": }", "? maybe\n", "? maybe\n:\n", "maybe: ~", "'maybe' :\n",
        "\"maybe\": # none", "%YAML 1.2\n# a comment\n---\nmaybe:\n", "!!map\nmaybe:\n", "&a maybe:\n",
        "!!str maybe:\n", "text: \"a\n\n  b\"\nmaybe:", "text: 'it''s'\nmaybe:\n", "text: |\n  \"\nmaybe:\n",
        "\xef\xbb\xbfmaybe:"})
    EXPECT_FALSE(run::from_yaml<zoo::Everything>(right)->maybe.get().has_value()) << right;
}

TEST(Yaml, BombsAndDepth) {
  std::string deep = "{_target_: zoo::Link, number: 1}";
  for (int i = 0; i < 600; ++i) deep = "{_target_: zoo::Link, number: 1, next: " + deep + "}";
  EXPECT_NE(refusal<zoo::Link>(deep), "it was read");
  std::string bomb = "_target_: zoo::Everything\nnumbers: [";
  for (int i = 0; i < 10; ++i) bomb += "1, ";
  EXPECT_EQ(refusal<zoo::Everything>(bomb + "1]\n"), "it was read");
  std::string links = "_target_: zoo::Twin\nleft: &l0 {_target_: zoo::Twin}\n";
  EXPECT_EQ(refusal<zoo::Twin>(links + "right: *l0\n"), "it was read");
}

TEST(Yaml, WithoutATargetWhereOnlyOneCanBe) {
  const auto read = run::from_yaml<zoo::Everything>("leaves: {a: {size: 4}}\nboth: [5, five]\n");
  EXPECT_EQ(read["leaves"]["a"]["size"].as<int>(), 4);
  EXPECT_EQ(run::build(read).both.second, "five");
}

TEST(Yaml, PositionalArguments) {
  const auto read = run::from_yaml<run::Fn<&zoo::sum>>("_target_: zoo.sum\n_args_: [1, 2]\n");
  EXPECT_EQ(run::build(read), 3);
  EXPECT_NE(refusal<run::Fn<&zoo::sum>>("_target_: zoo.sum\n_args_: [1, 2, 3]\n").find("no more than 2"),
            std::string::npos);
}

TEST(Yaml, AlternativesOfVariantsAreSharedWhereTheyArePointers) {
  using Part = std::variant<int, std::shared_ptr<zoo::Leaf>, zoo::Twin>;
  const run::Shared<zoo::Leaf> leaf({.size = 3});
  const Config<std::vector<Part>> parts({leaf, 4, leaf});
  for (const auto& read : {run::from_yaml<std::vector<Part>>(run::to_yaml(parts)),
                           run::from_json<std::vector<Part>>(run::to_json(parts))}) {
    EXPECT_TRUE(read == parts) << run::to_yaml(read);
    const std::vector<Part> built = run::build(read);
    EXPECT_EQ(std::get<1>(built[0]), std::get<1>(built[2]));
  }
  const auto copies = run::from_yaml<std::vector<Part>>("- &a {_target_: zoo::Twin}\n- *a\n");
  EXPECT_EQ(run::to_yaml(copies).find('&'), std::string::npos);
}

TEST(Yaml, AnAliasWhereNothingCanBeSharedIsACopy) {
  const auto read =
      run::from_yaml<zoo::Room>("_target_: zoo::Room\nfixed: &f {_target_: zoo::Fixed, number: 2}\nother: *f\n");
  EXPECT_EQ(run::build(read).sum(), 22);
}

TEST(Yaml, NoDigitOfAnIntegerIsLost) {
  const auto read = [](const std::string& text) {
    return run::from_yaml<std::vector<std::int64_t>>("[" + text + "]")[0].get();
  };
  EXPECT_EQ(read("1e15"), 1'000'000'000'000'000);
  EXPECT_EQ(read("9007199254740991.0"), 9'007'199'254'740'991);
  EXPECT_EQ(read("9223372036854775807"), INT64_MAX);
  EXPECT_EQ(read("-9223372036854775808"), INT64_MIN);
  // These are other numbers once they are doubles.
  EXPECT_THROW(read("9007199254740993.0"), run::Error);
  EXPECT_THROW(read("1000000000000000001e0"), run::Error);
  EXPECT_THROW(read("-9223372036854775809"), run::Error);
  EXPECT_THROW(read("9223372036854775808"), run::Error);
}

}  // namespace
