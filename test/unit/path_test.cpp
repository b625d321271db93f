// Paths, and changing by path.
#include "run/path.h"

#include <gtest/gtest.h>

#include <limits>

#include "targets.h"
#include "thrown.h"

namespace {

using run::Config;

std::string parsed(std::string_view path) {
  std::string all;
  for (const run::detail::PathStep& step : run::detail::parse_path(path))
    all +=
        (all.empty() ? "" : "|") + std::string(step.in_brackets ? "@" : "") + (step.is_quoted ? "'" : "") + step.text;
  return all;
}

TEST(Path, IsParsed) {
  EXPECT_EQ(parsed(""), "");
  EXPECT_EQ(parsed("a"), "a");
  EXPECT_EQ(parsed("model.layers[0].heads"), "model|layers|@0|heads");
  EXPECT_EQ(parsed("a[\"k.e[y\"].b"), "a|@'k.e[y|b");
  EXPECT_EQ(parsed("a['it\\'s'][-1][key]"), "a|@'it's|@-1|@key");
  EXPECT_EQ(parsed("[0][1].x"), "@0|@1|x");
  EXPECT_EQ(parsed("layers.0.width"), "layers|0|width");
}

TEST(Path, MistakesShowTheirPlace) {
  EXPECT_EQ(error_of([] { parsed("a..b"); }), "the path `a..b`: expected a name at character 3");
  EXPECT_EQ(error_of([] { parsed("a."); }), "the path `a.`: expected a name at character 3");
  EXPECT_EQ(error_of([] { parsed(".a"); }), "the path `.a`: expected a name at character 1");
  EXPECT_EQ(error_of([] { parsed("a[0"); }), "the path `a[0`: expected `]` at character 4");
  EXPECT_EQ(error_of([] { parsed("a[]"); }), "the path `a[]`: expected an index or a key at character 3");
  EXPECT_EQ(error_of([] { parsed("a[\"x]"); }), "the path `a[\"x]`: expected a closing quote at character 3");
  EXPECT_EQ(error_of([] { parsed("a[0]b"); }), "the path `a[0]b`: expected `.` or `[` at character 5");
  EXPECT_EQ(error_of([] { parsed("a]b"); }), "the path `a]b`: unexpected `]` at character 2");
}

Config<zoo::Everything> everything() {
  Config<zoo::Everything> config;
  config->numbers = {1.0, 2.0, 3.0};
  config->leaves["a"] = Config<zoo::Leaf>({.size = 1});
  config->leaves["x.y"] = Config<zoo::Leaf>({.size = 2});
  return config;
}

TEST(Path, LeadsToArgumentsElementsAndEntries) {
  Config<zoo::Everything> config = everything();
  EXPECT_EQ(config.get<double>("numbers[1]"), 2.0);
  EXPECT_EQ(config.get<double>("numbers[-1]"), 3.0);
  EXPECT_EQ(config.get<double>("numbers.0"), 1.0);
  EXPECT_EQ(config.get<int>("leaves[a].size"), 1);
  EXPECT_EQ(config.get<int>("leaves.a.size"), 1);
  EXPECT_EQ(config.get<int>("leaves[\"x.y\"].size"), 2);
  config["leaves[a].size"] = 5;
  EXPECT_EQ(config["leaves"]["a"]["size"].as<int>(), 5);
  config["leaves[\"x.y\"]"]["size"] = 6;
  EXPECT_EQ(config.get<int>("leaves[\"x.y\"].size"), 6);
  EXPECT_TRUE(config.has("leaves.a.size"));
  EXPECT_FALSE(config.has("leaves.b.size"));
  EXPECT_FALSE(config.has("numbers[3]"));
  EXPECT_FALSE(config.has("nothing"));
  config.unset("leaves.a");
  EXPECT_FALSE(config.has("leaves.a"));
  config.unset("numbers");
  EXPECT_EQ(run::build(config).numbers, zoo::Everything().numbers);
}

TEST(Path, ThatLeadsNowhereSaysWhere) {
  const Config<zoo::Everything> config = everything();
  EXPECT_EQ(error_of([&] { config.get<int>("leaves[a].siz"); }),
            "leaves[a]: zoo::Leaf has no argument `siz`; did you mean `size`?");
  EXPECT_EQ(error_of([&] { config.get<int>("numbers[3]"); }), "numbers: there is no element [3]: it has 3");
  EXPECT_EQ(error_of([&] { config.get<int>("numbers[-4]"); }), "numbers: there is no element [-4]: it has 3");
  EXPECT_EQ(error_of([&] { config.get<int>("numbers.first"); }),
            "the path `numbers.first`: numbers is a list: expected the number of an element at character 9");
  EXPECT_EQ(error_of([&] { config.get<int>("text[0]"); }),
            "the path `text[0]`: text is neither a list nor a map, and has no elements, at character 6");
}

TEST(Suggestion, SharesALetterAtLeast) {
  const std::string_view names[] = {"b", "n", "size", "rl"};
  EXPECT_EQ(run::detail::nearest("x", names), "");
  EXPECT_EQ(run::detail::nearest("RL", names), "rl");
  EXPECT_EQ(run::detail::nearest("job", names), "");
  EXPECT_EQ(run::detail::nearest("siez", names), "size");
  EXPECT_EQ(run::detail::nearest("lr", names), "rl");
}

TEST(Path, TextBecomesWhatTheArgumentTakes) {
  Config<zoo::Everything> config = everything();
  config.set("tiny", "12");
  EXPECT_EQ(config.get<int>("tiny"), 12);
  config.set("text", "12");
  EXPECT_EQ(config.get<std::string>("text"), "12");
  config.set("numbers", "[1e-3, 2]");
  EXPECT_EQ(config.get<double>("numbers[0]"), 1e-3);
  config.set("mood", "wild");
  EXPECT_TRUE(config->mood == zoo::Mood::wild);
  config.set("leaves.new", "{_target_: zoo.Leaf, size: 4}");
  EXPECT_EQ(config.get<int>("leaves.new.size"), 4);
  const Config<zoo::Everything> before = config;
  EXPECT_EQ(error_of([&] { config.set("tiny", "1000"); }),
            "tiny: expected signed char, found 1000 (out of range of signed char)");
  EXPECT_EQ(error_of([&] { config.set("tiny", "x"); }), "tiny: expected signed char, found \"x\"");
  EXPECT_EQ(error_of([&] { config.set("numbers", "[1, x]"); }), "numbers[1]: expected double, found \"x\"");
  EXPECT_EQ(error_of([&] { config.set("tiny", "[1"); }).substr(0, 6), "tiny: ");
  EXPECT_TRUE(config == before);
}

TEST(Path, DoesNotLeadThroughEntriesThatAreNotThere) {
  using Inner = std::map<std::string, std::map<std::string, int>>;
  Config<std::map<std::string, Inner>> config;
  const std::string message = "[x]: there is no such entry yet: set it as a whole first";
  EXPECT_EQ(error_of([&] { config["x"]["y"] = std::map<std::string, int>{}; }), message);
  EXPECT_EQ(error_of([&] { config.set("x[y]", "{}"); }), message);
  EXPECT_TRUE(config.empty());
  config.set("x", "{}");
  config.set("x[y]", "{z: 1}");
  EXPECT_EQ(config.get<int>("x.y.z"), 1);
  Config<std::map<std::string, std::vector<int>>> lists;
  EXPECT_EQ(error_of([&] { lists.set("x[0]", "1"); }), message);
}

TEST(Arithmetic, IsExact) {
  Config<zoo::Everything> config = everything();
  config["tiny"] = 12;
  config["tiny"] *= 2;
  EXPECT_EQ(config.get<int>("tiny"), 24);
  config["tiny"] /= 6;
  EXPECT_EQ(config.get<int>("tiny"), 4);
  EXPECT_EQ(error_of([&] { config["tiny"] /= 3; }), "tiny: 4 / 3 does not divide: the result is no integer");
  EXPECT_EQ(error_of([&] { config["tiny"] /= 0; }), "tiny: 4 / 0 divides by zero");
  EXPECT_EQ(error_of([&] { config["tiny"] *= 100; }),
            "tiny: expected signed char, found 400 (out of range of signed char)");
  config["tiny"] *= 0.5;
  EXPECT_EQ(config.get<int>("tiny"), 2);
  EXPECT_EQ(error_of([&] { config["tiny"] *= 0.3; }).substr(0, 27), "tiny: expected signed char,");
  config["tiny"] |= 5;
  config["tiny"] &= 3;
  EXPECT_EQ(config.get<int>("tiny"), 3);
  config["text"] = "a";
  config["text"] += "b";
  EXPECT_EQ(config.get<std::string>("text"), "ab");
  EXPECT_EQ(error_of([&] { config["text"] -= "b"; }), "text: \"ab\" - \"b\" means nothing");
  config["numbers"] += std::vector<double>{4.0};
  EXPECT_EQ(config.get<double>("numbers[3]"), 4.0);
  config["numbers"][0] -= 1;
  EXPECT_EQ(config.get<double>("numbers[0]"), 0.0);
  run::Value most(std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(error_of([&] { run::detail::combined(most, run::detail::Operation::multiply, most); }).substr(20),
            " * 18446744073709551615 is out of the range of 64 bits");
}

}  // namespace
