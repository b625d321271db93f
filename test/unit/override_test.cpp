// The words of command lines.
#include "../../lib/Runtime/Override.h"

#include <gtest/gtest.h>

#include <ctime>
#include <sstream>

#include "../../lib/Runtime/Completion.h"
#include "../../lib/Runtime/Literal.h"
#include "../../lib/Runtime/Words.h"
#include "parts.h"
#include "targets.h"
#include "thrown.h"

namespace {

using run::Config;
using run::detail::parse_literal;
using run::detail::parse_override;

std::string parts(std::string_view word) {
  const run::detail::Override made = parse_override(word);
  return made.path + "|" + made.operation + "|" + made.value;
}

/// The document in YAML's flow style, words as they are.
std::string shown(const run::detail::Document& document, run::detail::Document::Index item) {
  using Item = run::detail::Item;
  const Item& read = document[item];
  if (read.is(Item::Kind::scalar))
    return read.plain() ? std::string(read.text()) : "\"" + std::string(read.text()) + "\"";
  const bool is_map = read.is(Item::Kind::mapping);
  std::string text;
  for (std::uint32_t at = item + 1; at < read.end; at = document[at].end) {
    if (!text.empty()) text += ", ";
    text += shown(document, at);
    if (is_map) at = document[at].end;
    if (is_map) text += ": " + shown(document, at);
  }
  return is_map ? "{" + text + "}" : "[" + text + "]";
}
std::string flow(std::string_view text) { return shown(parse_literal(text), 0); }

TEST(Override, HasAPathAnOperationAndAValue) {
  EXPECT_EQ(parts("a=1"), "a|=|1");
  EXPECT_EQ(parts("a.b[0].c*=2"), "a.b[0].c|*=|2");
  EXPECT_EQ(parts("a += [1]"), "a|+=| [1]");
  EXPECT_EQ(parts("a[\"x=y\"]=z=w"), "a[\"x=y\"]|=|z=w");
  EXPECT_EQ(parts("a[b]|={}"), "a[b]||=|{}");
  EXPECT_EQ(parts("a-=-1"), "a|-=|-1");
  EXPECT_EQ(parts("a="), "a|=|");
  EXPECT_EQ(error_of([] { parts("a"); }), "expected name=value, found `a`\n  a\n   ^");
  EXPECT_EQ(error_of([] { parts("=1"); }), "expected name=value, found `=1`\n  =1\n  ^");
  EXPECT_EQ(error_of([] { parts("a%=2"); }), "`%=` is no operation: expected one of = += -= *= /= |= &=\n  a%=2\n   ^");
  EXPECT_EQ(error_of([] { parts("a**=2"); }),
            "`**=` is no operation: expected one of = += -= *= /= |= &=\n  a**=2\n   ^");
}

TEST(Literal, IsWrittenAsInPythonOrYaml) {
  EXPECT_EQ(flow("3"), "3");
  EXPECT_EQ(flow("a_1"), "a_1");
  EXPECT_EQ(flow(""), "\"\"");
  EXPECT_EQ(flow("'it\\'s\\n'"), "\"it's\n\"");
  EXPECT_EQ(flow("'C:\\dir'"), "\"C:\\dir\"");
  EXPECT_EQ(flow("some text: [here"), "some text: [here");
  EXPECT_EQ(flow("[1, a b, 'c', None]"), "[1, a b, \"c\", None]");
  EXPECT_EQ(flow("(1, 2,)"), "[1, 2]");
  EXPECT_EQ(flow("[]"), "[]");
  EXPECT_EQ(flow("{'a': 1, b: [2]}"), "{\"a\": 1, b: [2]}");
  EXPECT_EQ(flow("adam(lr=0.1)"), "{_factory_: \"adam\", \"lr\": 0.1}");
  EXPECT_EQ(flow("box<std::pair<int, T>>(1)"), "{_factory_: \"box<std::pair<int, T>>\", _args_: [1]}");
  EXPECT_EQ(flow("a.b::c(1, x = d())"), "{_factory_: \"a.b::c\", _args_: [1], \"x\": {_factory_: \"d\"}}");
  EXPECT_EQ(flow("[a(), b(c=[d(1)])]"),
            "[{_factory_: \"a\"}, {_factory_: \"b\", \"c\": [{_factory_: \"d\", _args_: [1]}]}]");
}

TEST(Literal, MistakesAreShownWithACaret) {
  EXPECT_EQ(error_of([] { flow("[1, 2"); }), "there is no `]` for this one\n  [1, 2\n  ^");
  EXPECT_EQ(error_of([] { flow("a(1"); }), "there is no `)` for this one\n  a(1\n   ^");
  EXPECT_EQ(error_of([] { flow("'a"); }), "there is no closing quote for this one\n  'a\n  ^");
  EXPECT_EQ(error_of([] { flow("[1] 2"); }), "unexpected `2`\n  [1] 2\n      ^");
  EXPECT_EQ(error_of([] { flow("[1 [2]"); }), "unexpected `[`: quote what is text\n  [1 [2]\n     ^");
  EXPECT_EQ(error_of([] { flow("['a' 'b']"); }), "expected `,` or `]`\n  ['a' 'b']\n       ^");
  EXPECT_EQ(error_of([] { flow("[1,,2]"); }), "expected a value\n  [1,,2]\n     ^");
  EXPECT_EQ(error_of([] { flow("{a}"); }), "expected `:` after the key; a list is written [1, 2]\n  {a}\n    ^");
  EXPECT_EQ(error_of([] { flow("f(x=1, 2)"); }),
            "an argument without a name stands behind one with a name\n  f(x=1, 2)\n         ^");
  EXPECT_EQ(error_of([] { flow(std::string(1000, '[')); }).substr(0, 42),
            "it is nested deeper than 200 levels\n  [[[[");
  EXPECT_EQ(error_of([] { flow("['ä' 'b']"); }), "expected `,` or `]`\n  ['ä' 'b']\n       ^");
}

TEST(Literal, KnowsWhereEachPartStands) {
  const run::detail::Document document = parse_literal("{a: [1,\n  two],\n\nb: f(x=3)}", 0, 7);
  std::string places;
  for (std::uint32_t at = 0; at < document.size(); ++at)
    places += std::to_string(document[at].line) + ":" + std::to_string(document[at].column) + " ";
  EXPECT_EQ(places, "7:1 7:2 7:5 7:6 8:3 10:1 10:4 10:4 10:4 10:6 10:8 ");
}

void apply(Config<zoo::Everything>& config, std::string_view word) {
  run::detail::apply_word(run::GraphAccess::node(config), word, 1);
}

TEST(Word, ChangesAConfiguration) {
  Config<zoo::Everything> config;
  apply(config, "tiny=12");
  apply(config, "tiny/=4");
  EXPECT_EQ(config.get<int>("tiny"), 3);
  apply(config, "text=True");
  EXPECT_EQ(config.get<std::string>("text"), "True");
  apply(config, "text='a b'");
  EXPECT_EQ(config.get<std::string>("text"), "a b");
  apply(config, "text+=c");
  EXPECT_EQ(config.get<std::string>("text"), "a bc");
  apply(config, "numbers=[1, 2.5]");
  apply(config, "numbers+=[4]");
  apply(config, "numbers[-1]*=0.5");
  EXPECT_EQ(config.get<std::vector<double>>("numbers"), (std::vector<double>{1, 2.5, 2}));
  apply(config, "leaves[a]=Leaf(size=3)");
  apply(config, "leaves[a].size+=1");
  EXPECT_EQ(config.get<int>("leaves.a.size"), 4);
  apply(config, "mood=Mood(5)");
  EXPECT_TRUE(config->mood == static_cast<zoo::Mood>(5));
  EXPECT_EQ(error_of([&] { apply(config, "mood=5"); }),
            "mood: expected zoo::Mood, found 5 (no enumerator is 5: `zoo::Mood(5)` means it)\n  mood=5\n       ^");
  EXPECT_EQ(error_of([&] { apply(config, "mood=Moo(1)"); }),
            "mood: expected zoo::Mood, found \"Moo(1)\" (it is calm or wild)\n  mood=Moo(1)\n       ^");
  apply(config, "mood=wild");
  EXPECT_TRUE(config->mood == zoo::Mood::wild);
  apply(config, "mood&=calm");
  EXPECT_TRUE(config->mood == zoo::Mood::calm);
  apply(config, "mood|=Mood(6)");
  config["mood"] |= zoo::Mood::wild;
  EXPECT_TRUE(config->mood == static_cast<zoo::Mood>(7));
  EXPECT_EQ(error_of([&] { apply(config, "mood|=mild"); }),
            "mood: expected zoo::Mood, found \"mild\" (did you mean `wild`?)\n  mood|=mild\n        ^");
  EXPECT_EQ(error_of([&] { apply(config, "maybe+=1"); }),
            "maybe: it is null: `+=` needs a value to begin with\n  maybe+=1\n         ^");
}

TEST(Word, OfAFixedLengthSaysSo) {
  Config<zoo::Everything> config;
  const std::string fixed = "both: the length of std::pair<int, std::string> is fixed";
  EXPECT_EQ(error_of([&] { apply(config, "both+=[4]"); }), fixed + "\n  both+=[4]\n        ^");
  EXPECT_EQ(error_of([&] { apply(config, "both[0:1]=[4, 5]"); }), fixed + "\n  both[0:1]=[4, 5]\n       ^");
  EXPECT_EQ(error_of([&] { config["both"] += std::vector<int>{4}; }), fixed);
  EXPECT_EQ(error_of([&] { config.set("both[0:1]", "[4, 5]"); }), fixed);
}

TEST(Word, IsReadAsTheTypeWantsIt) {
  Config<zoo::Everything> config;
  for (const char* yes : {"flag=yes", "flag=On", "flag=1", "flag=TRUE"}) {
    config["flag"] = false;
    apply(config, yes);
    EXPECT_TRUE(config.get<bool>("flag")) << yes;
  }
  EXPECT_EQ(error_of([&] { apply(config, "flag=2"); }), "flag: expected bool, found 2\n  flag=2\n       ^");
  apply(config, "large=1_000_000");
  EXPECT_EQ(config.get<std::uint64_t>("large"), 1000000u);
  apply(config, "narrow=-inf");
  EXPECT_EQ(config.get<float>("narrow"), -std::numeric_limits<float>::infinity());
  apply(config, "both=(2, 3)");
  EXPECT_EQ((config.get<std::pair<int, std::string>>("both")), (std::pair<int, std::string>(2, "3")));
  apply(config, "either=Leaf");
  EXPECT_EQ((config.get<std::variant<int, std::string, zoo::Leaf>>("either").index()), 1u) << "a text fits";
  apply(config, "either=Leaf(4)");
  EXPECT_EQ(config.get<int>("either.size"), 4);
  apply(config, "leaves[b]=Leaf");
  EXPECT_EQ(config.get<int>("leaves[b].size"), 3);
  apply(config, "function=twice");
  EXPECT_EQ(config.get<int (*)(int)>("function"), &zoo::twice);
}

TEST(Word, MakesWhatItsPathLeadsThrough) {
  Config<zoo::Everything> config;
  apply(config, "leaves[a].size=5");
  EXPECT_EQ(config.get<int>("leaves[a].size"), 5);
  const Config<zoo::Everything> before = config;
  EXPECT_EQ(error_of([&] { apply(config, "leaves[b].size=x"); }),
            "leaves[b].size: expected int, found \"x\"\n  leaves[b].size=x\n                 ^");
  EXPECT_FALSE(config.has("leaves[b]"));
  EXPECT_TRUE(config == before);
}

TEST(Word, ArithmeticLosesNothing) {
  Config<zoo::Everything> config;
  apply(config, "narrow=0.5");
  EXPECT_EQ(error_of([&] { apply(config, "narrow/=0"); }), "narrow: 0.5 / 0 divides by zero\n  narrow/=0\n          ^");
  EXPECT_EQ(error_of([&] { apply(config, "narrow*=1e300"); }).substr(0, 41),
            "narrow: expected float, found 5.0e+299 (o");
  apply(config, "tiny=100");
  EXPECT_EQ(error_of([&] { apply(config, "tiny*=2"); }),
            "tiny: expected signed char, found 200 (out of range of signed char)\n  tiny*=2\n        ^");
  EXPECT_EQ(error_of([&] { apply(config, "tiny-='2'"); }), "tiny: 100 - \"2\" means nothing\n  tiny-='2'\n        ^");
  EXPECT_EQ(error_of([&] { apply(config, "leaves[a]+=1"); }),
            "leaves[a]: `+=` needs a value to begin with, and it has none yet\n  leaves[a]+=1\n             ^");
}

TEST(Word, ThatNamesWhatIsDeeperIsTold) {
  Config<zoo::Everything> config;
  apply(config, "leaves[left]=Leaf()");
  EXPECT_EQ(error_of([&] { apply(config, "size*=3"); }),
            "zoo::Everything has no argument `size`; did you mean `leaves[left].size`?\n  size*=3\n  ^");
  auto owners = run::from_yaml<std::vector<zoo::Owner>>("[{_target_: zoo.Owner, leaf: {_target_: zoo.Leaf}}]");
  const auto apply_to_owners = [&](std::string_view word) {
    run::detail::apply_word(run::GraphAccess::node(owners), word, 1);
  };
  EXPECT_EQ(error_of([&] { apply_to_owners("[0].size=3"); }),
            "[0]: zoo::Owner has no argument `size`; did you mean `[0].leaf.size`?\n  [0].size=3\n      ^");
  EXPECT_EQ(error_of([&] { apply_to_owners("[0].extra.size=3"); }).substr(0, 10), "[0].extra:");
}

TEST(Completion, OfKeysAndAlternatives) {
  using Any = std::variant<zoo::Leaf, zoo::Mood, std::string>;
  run::detail::CommandLine about;
  about.initial = [] {
    Config<std::map<std::string, Any>> all;
    all["left"] = zoo::Leaf();
    all["a.b"] = zoo::Leaf();
    all["mood"] = zoo::Mood::calm;
    return run::GraphAccess::node(all).shared_from_this();
  };
  const auto completed = [&](const char* line) {
    std::ostringstream out;
    run::detail::complete(about, line, out);
    return out.str();
  };
  EXPECT_EQ(completed("p [left].s"), "[left].size=\n");
  EXPECT_EQ(completed("p left.s"), "left.size=\n");
  EXPECT_EQ(completed("p '[\"a.b\"].s"), "[\"a.b\"].size=\n");
  EXPECT_EQ(completed("p mood=w"), "mood=wild\n");
}

TEST(Word, OfAnyLengthIsReadInTimeLinearInIt) {
  const std::clock_t begin = std::clock();
  Config<zoo::Everything> config;
  std::string word = "numbers=[";
  for (int i = 0; i < 400'000; ++i) word += "1,";
  word += "2]";
  apply(config, std::string_view(word));
  EXPECT_EQ(config->numbers.size(), 400'001U);

  Config<parts::Part> part;
  word.clear();
  for (int i = 0; i < 100'000; ++i) word += "child.";
  const std::string error =
      error_of([&] { run::detail::apply_word(run::GraphAccess::node(part), word + "name=x", 1); });
  EXPECT_TRUE(error.starts_with("the path has more than 480 steps\n")) << error.substr(0, 200);
  EXPECT_FALSE(part.has("child"));
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 20);
}

TEST(Word, ThatDoesNotFitChangesNothing) {
  Config<zoo::Everything> config;
  const Config<zoo::Everything> before = config;
  EXPECT_EQ(error_of([&] { apply(config, "tiny=1.5"); }),
            "tiny: expected signed char, found 1.5 (it would lose its fraction)\n  tiny=1.5\n       ^");
  EXPECT_EQ(error_of([&] { apply(config, "tyni=1"); }),
            "zoo::Everything has no argument `tyni`; did you mean `tiny`?\n  tyni=1\n  ^");
  EXPECT_EQ(error_of([&] { apply(config, "leaves[a]=Laef()"); }),
            "leaves[a]: there is no factory `Laef`; did you mean `zoo::Leaf`?\n  leaves[a]=Laef()\n            ^");
  EXPECT_EQ(error_of([&] { apply(config, "leaves[a]=Leaf(1, size=2)"); }).substr(0, 38),
            "leaves[a]: `size` is set twice\n  leave");
  EXPECT_TRUE(config == before);
}

}  // namespace
