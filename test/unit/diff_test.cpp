// run::diff, run::apply: what differs, as text, as JSON, and as a patch.
#include "run/diff.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <random>

#include "nemo.h"
#include "parts.h"
#include "seed.h"
#include "targets.h"
#include "thrown.h"

namespace {

using run::Config;
using run::Diff;
using run::Shared;

/// The text of the diff, which turns `a` into `b`, as it is and by way of JSON.
template <class Handle>
std::string turns(const Handle& a, const Handle& b) {
  const Diff diff = run::diff(a, b);
  const std::string text = run::to_text(diff);
  Handle patched = a;
  EXPECT_NO_THROW(run::apply(diff, patched)) << text << run::to_yaml(a) << run::to_yaml(b);
  EXPECT_TRUE(patched == b) << text << run::to_yaml(a) << run::to_yaml(patched) << run::to_yaml(b);
  EXPECT_TRUE(run::diff(patched, b).empty());
  const std::string json = run::to_json(diff);
  const Diff read = run::diff_from_json(json);
  EXPECT_EQ(run::to_json(read), json);
  patched = a;
  EXPECT_NO_THROW(run::apply(read, patched)) << json << run::to_yaml(a) << run::to_yaml(b);
  EXPECT_TRUE(patched == b) << json << run::to_yaml(patched) << run::to_yaml(b);
  return text;
}

Config<parts::Part> part(std::string name, double weight = 1) {
  return Config<parts::Part>({.name = std::move(name), .weight = weight});
}

TEST(Diff, EqualConfigurations) {
  EXPECT_TRUE(run::diff(part("a"), part("a")).empty());
  EXPECT_TRUE(run::diff(Config<zoo::Leaf>(), Config<zoo::Leaf>({.size = 3})).empty());  // its default
  EXPECT_EQ(run::to_json(run::diff(part("a"), part("a"))), "{\n  \"changes\": []\n}\n");
}

TEST(Diff, WhatCannotBeWrittenHasItsPath) {
  Config<parts::Part> changed = part("a", 2);
  changed->child = Config<parts::Part>({.name = "\xff"});
  EXPECT_EQ(error_of([&] { run::to_json(run::diff(part("a"), changed)); }),
            "child.name: the string is no UTF-8: no format can hold it");
}

TEST(Diff, Arguments) {
  EXPECT_EQ(turns(Config<zoo::Leaf>({.size = 4}), Config<zoo::Leaf>({.size = 5, .weight = 2})),
            "~ size: 4 -> 5\n"
            "+ weight = 2.0\n");
  EXPECT_EQ(turns(Config<zoo::Leaf>({.size = 4}), Config<zoo::Leaf>()), "- size = 4\n");
}

TEST(Diff, Elements) {
  Config<zoo::Everything> a({.numbers = {1, 2, 3}, .both = std::pair<int, std::string>(1, "one")});
  Config<zoo::Everything> b({.numbers = {0, 1, 3, 4}, .both = std::pair<int, std::string>(1, "two")});
  a->leaves["x"] = Config<zoo::Leaf>({.size = 1});
  a->leaves["y.z"] = Config<zoo::Leaf>({.size = 2});
  b->leaves["y.z"] = Config<zoo::Leaf>({.size = 7});
  b->leaves["80"] = Config<zoo::Leaf>();
  EXPECT_EQ(turns(a, b),
            "+ numbers[0] = 0.0\n"
            "- numbers[1] = 2.0\n"
            "+ numbers[3] = 4.0\n"
            "- leaves[x] = zoo::Leaf()\n"
            "- leaves[x].size = 1\n"
            "+ leaves[\"80\"] = zoo::Leaf()\n"
            "~ both[1]: \"one\" -> \"two\"\n"
            "~ leaves[\"y.z\"].size: 2 -> 7\n");
}

TEST(Diff, InTheMiddleOfAList) {
  Config<parts::Part> a({.name = "car"});
  Config<parts::Part> b({.name = "car"});
  for (Config<parts::Part>* one : {&a, &b}) one->set("children", "[]");
  for (int i = 0; i < 6; ++i) a->children.push_back(part("part", i));
  b->children.push_back(part("first", 9));
  for (int i = 0; i < 6; ++i)
    if (i != 2) b->children.push_back(part("part", i == 4 ? 44 : i));
  EXPECT_EQ(turns(a, b),
            "+ children[0] = parts::Part()\n"
            "+ children[0].name = \"first\"\n"
            "+ children[0].weight = 9.0\n"
            "- children[2] = parts::Part()\n"
            "- children[2].name = \"part\"\n"
            "- children[2].weight = 2.0\n"
            "~ children[4].weight: 4.0 -> 44.0\n");
}

TEST(Diff, Retargeted) {
  Config<parts::Part> a({.name = "car"});
  a->child = part("spare", 2);
  Config<parts::Part> b({.name = "car"});
  b->child = Config<parts::Wheel>({.name = "spare", .radius = 30});
  EXPECT_EQ(turns(a, b),
            "~ child: parts::Part -> parts::Wheel\n"
            "+ child.radius = 30\n"
            "- child.weight = 2.0\n");
}

TEST(Diff, RetargetedWithWhatTheyHold) {
  const Config<nemo::Dense> dense({.core = Config<nemo::Optimizer>({.lr = 0.5})});
  Config<nemo::Deep> deep;
  deep->core = Config<nemo::Deep>();
  const Config<nemo::Stack> a({.top = deep});
  const Config<nemo::Stack> b({.top = dense});
  EXPECT_EQ(turns(a, b),
            "~ top: nemo::Deep -> nemo::Dense\n"
            "~ top.core: nemo::Deep -> nemo::Optimizer\n"
            "+ top.core.lr = 0.5\n");
  turns(b, a);
  const Config<nemo::Stack> plain({.top = Config<nemo::Deep>()});
  Config<nemo::Stack> third = plain;
  const Diff unfit = run::diff_from_json(R"({"changes": [{"change": "retargeted", "path": "top",
      "before": {"_target_": "nemo::Deep"}, "after": {"_target_": "nemo::Optimizer"}}]})");
  EXPECT_EQ(error_of([&] { run::apply(unfit, third); }),
            "top: expected std::shared_ptr<nemo::Layer>, found nemo::Optimizer(...)");
  EXPECT_EQ(third, plain);
}

TEST(Diff, Moved) {
  Config<parts::Part> a({.name = "car"});
  a->child = part("spare", 2);
  Config<parts::Part> b({.name = "car"});
  b.set("children", "[]");
  b->children.push_back(part("spare", 2));
  EXPECT_EQ(turns(a, b),
            "+ children[0] = <child>\n"
            "- child: it stands elsewhere\n");
  b->children.push_back(part("other"));
  Config<parts::Part> c({.name = "car"});
  c.set("children", "[]");
  c->children.push_back(part("other"));
  c->child = part("spare", 2);
  EXPECT_EQ(turns(b, c),
            "- children[0]: it stands elsewhere\n"
            "> child: moved from children[0]\n");
}

TEST(Diff, Sharing) {
  Shared<zoo::Twin> low;
  const Config<zoo::Twin> one({.left = low, .right = low});
  const Config<zoo::Twin> two({.left = Config<zoo::Twin>(), .right = Config<zoo::Twin>()});
  EXPECT_EQ(turns(one, two),
            "/ right: no longer shared with left\n"
            "+ right = zoo::Twin()\n");
  EXPECT_EQ(turns(two, one), "= right: shared with left\n");
}

TEST(Diff, SharedIsWhatStandsAtItsFirstPath) {
  Shared<zoo::Twin> low;
  const auto twins = [](auto inner, auto other) {
    return Config<zoo::Twin>({.left = Config<zoo::Twin>({.left = inner}), .right = Config<zoo::Twin>({.left = other})});
  };
  EXPECT_EQ(turns(twins(low, low), twins(Config<zoo::Twin>(), Config<zoo::Twin>())),
            "/ right.left: no longer shared with left.left\n"
            "+ right.left = zoo::Twin()\n");
  // What stands at its first path now is something else.
  const run::Shared<parts::Part> spare({.name = "spare", .weight = 1});
  const Config<parts::Part> shared({.children = std::vector<run::Shared<parts::Part>>{spare}, .child = spare});
  const Config<parts::Part> apart(
      {.children = std::vector<Config<parts::Wheel>>{Config<parts::Wheel>({.name = "x"})}, .child = part("spare")});
  EXPECT_EQ(turns(shared, apart),
            "/ children[0]: no longer shared with child\n"
            "+ children[0] = parts::Wheel()\n"
            "+ children[0].name = \"x\"\n");
}

TEST(Diff, Root) {
  const Config<std::vector<int>> a({1, 2});
  const Config<std::vector<int>> b({1, 3, 4});
  EXPECT_EQ(turns(a, b), "~ [1]: 2 -> 3\n+ [2] = 4\n");
  Config<parts::Part> wheel = Config<parts::Wheel>({.name = "a"});
  EXPECT_EQ(turns(part("a", 3), wheel), "~ (the whole): parts::Part -> parts::Wheel\n- weight = 3.0\n");
  auto leaf = Config<zoo::Leaf>();
  EXPECT_EQ(error_of([&] { run::apply(run::diff(leaf, part("a")), leaf); }),
            "the diff makes it parts::Part(...), which is no zoo::Leaf");
}

TEST(Diff, AppliedToAThird) {
  const Diff diff = run::diff(part("a"), part("a", 5));
  auto third = part("b");
  run::apply(diff, third);
  EXPECT_TRUE(third == part("b", 5));
  EXPECT_EQ(error_of([&] { run::apply(diff, third); }), "weight: the diff expects 1.0, found 5.0");
  Config<parts::Part> bare;
  EXPECT_EQ(error_of([&] { run::apply(diff, bare); }), "weight: the diff expects 1.0, found nothing");
}

// What equals the old configuration is changed as that is, whether defaults are set or not.
TEST(Diff, TakesDefaultsForSet) {
  Config<zoo::Everything> set({.small = 2, .numbers = {}, .both = {1, "one"}});
  Config<zoo::Everything> changed({.small = 5, .numbers = {1}, .both = {1, "two"}});
  const Config<zoo::Everything> bare;
  ASSERT_TRUE(set == bare);
  for (const auto& [before, other] : {std::pair(set, bare), std::pair(bare, set)}) {
    auto third = other;
    run::apply(run::diff(before, changed), third);
    EXPECT_TRUE(third == changed) << run::to_yaml(third);
    run::apply(run::diff(changed, before), third);
    EXPECT_TRUE(third == bare) << run::to_yaml(third);
  }
  auto third = bare;
  third["small"] = 3;
  EXPECT_EQ(error_of([&] { run::apply(run::diff(bare, changed), third); }), "small: the diff expects nothing, found 3");
  EXPECT_EQ(error_of([&] { run::apply(run::diff(changed, set), third = bare); }),
            "small: the diff expects 5, found 2\nboth[1]: the diff expects \"two\", found \"one\"\n"
            "numbers: the diff expects [1.0], found []");
}

TEST(Diff, TellsAllConflicts) {
  Config<parts::Part> a({.name = "a", .weight = 1});
  a->child = part("spare", 2);
  Config<parts::Part> b = a;
  b->name = "b";
  b->weight = 3;
  b->child->weight = 4;
  Config<parts::Part> third = a;
  third->name = "c";
  third->child->weight = 5;
  EXPECT_EQ(error_of([&] { run::apply(run::diff(a, b), third); }),
            "name: the diff expects \"a\", found \"c\"\nchild.weight: the diff expects 2.0, found 5.0");
  EXPECT_EQ(third->weight, 1) << "and nothing was changed";
}

TEST(Diff, SaysWhatDiffersInWhatLooksAlike) {
  const run::Shared<parts::Part> shared({.name = "shared", .weight = 1});
  Config<parts::Part> joined({.name = "a", .children = std::vector<run::Shared<parts::Part>>{shared, shared}});
  Config<parts::Part> apart(
      {.name = "a", .children = std::vector<Config<parts::Part>>{part("shared"), part("shared")}});
  const Diff diff = run::diff(apart, joined);
  Config<parts::Part> third = apart;
  third["children[1].weight"] = 9;
  EXPECT_EQ(error_of([&] { run::apply(diff, third); }),
            "children[1]: the diff expects parts::Part(...), found one with another `weight`");
}

TEST(Diff, AllOrNothing) {
  Config<parts::Part> a({.name = "car"});
  a->child = part("spare", 2);
  Config<parts::Part> b = a;
  b->name = "bus";
  b->child->weight = 3;
  const Diff diff = run::diff(a, b);
  Config<parts::Part> third({.name = "car"});
  third->child = part("spare", 7);
  const Config<parts::Part> before = third;
  EXPECT_EQ(error_of([&] { run::apply(diff, third); }), "child.weight: the diff expects 2.0, found 7.0");
  EXPECT_TRUE(third == before);
  third->child.reset();
  EXPECT_EQ(error_of([&] { run::apply(diff, third); }), "child.weight: there is nothing at `weight`");
}

TEST(Diff, IsNotedInTheHistory) {
  Config<parts::Part> config({.name = "car"});
  config->child = part("spare", 2);
  Config<parts::Part> other({.name = "car"});
  other->child = Config<parts::Wheel>({.name = "other", .radius = 30});
  run::apply(run::diff(config, other), config);
  const auto name = config.history("child.name");
  ASSERT_EQ(name.size(), 2U);
  EXPECT_EQ(name[0].value, "\"spare\"");
  EXPECT_EQ(name[1].value, "\"other\"");
  EXPECT_TRUE(config.history("child.radius").back().where.known());
}

TEST(Diff, NoCycles) {
  Config<parts::Part> a({.name = "root"});
  Config<parts::Part> b({.name = "root"});
  for (Config<parts::Part>* one : {&a, &b}) one->set("children", "[]");
  a->children.push_back(part("x"));
  a->children.push_back(part("y"));
  b->children.push_back(part("x"));
  b->children.push_back(part("y"));
  Shared<parts::Part> y = Config<parts::Part>({.name = "y", .weight = 1});
  b->children[1] = y;
  b->children[0]->child = y;
  const Diff diff = run::diff(a, b);
  Shared<parts::Part> x = Config<parts::Part>({.name = "x", .weight = 1});
  Config<parts::Part> third({.name = "root"});
  third.set("children", "[]");
  third->children.push_back(x);
  third->children.push_back(Config<parts::Part>({.name = "y", .weight = 1, .child = x}));
  EXPECT_EQ(error_of([&] { run::apply(diff, third); }),
            "the diff would make a configuration that holds itself: parts::Part");
}

TEST(Diff, Json) {
  Config<zoo::Everything> a;
  Config<zoo::Everything> b(
      {.text = "a\nb", .mood = zoo::Mood::wild, .function = &zoo::twice, .date = zoo::Date{1999}});
  EXPECT_EQ(run::to_json(run::diff(a, b)),
            "{\n"
            "  \"changes\": [\n"
            "    {\n"
            "      \"change\": \"added\",\n"
            "      \"path\": \"text\",\n"
            "      \"after\": \"a\\nb\"\n"
            "    },\n"
            "    {\n"
            "      \"change\": \"added\",\n"
            "      \"path\": \"mood\",\n"
            "      \"after\": \"wild\"\n"
            "    },\n"
            "    {\n"
            "      \"change\": \"added\",\n"
            "      \"path\": \"function\",\n"
            "      \"after\": {\n"
            "        \"_target_\": \"zoo::twice\",\n"
            "        \"_call_\": false\n"
            "      }\n"
            "    },\n"
            "    {\n"
            "      \"change\": \"added\",\n"
            "      \"path\": \"date\",\n"
            "      \"after\": \"1999-01-01\"\n"
            "    }\n"
            "  ]\n"
            "}\n");
  turns(a, b);
}

TEST(Diff, AllKindsOfValues) {
  const std::uint64_t large = ~std::uint64_t{0};
  std::vector<Config<zoo::Everything>> all;
  all.push_back(Config<zoo::Everything>());
  all.push_back(Config<zoo::Everything>({.flag = true, .letter = 'b', .tiny = -5, .small = 7, .large = large}));
  all.push_back(Config<zoo::Everything>({.narrow = 0.25F, .text = "1", .view = "\"", .chars = nullptr}));
  all.push_back(Config<zoo::Everything>({.mood = zoo::Mood::wild, .maybe = 3, .numbers = {1e300, -0.5}}));
  all.push_back(Config<zoo::Everything>(
      {.maybe = std::nullopt, .numbers = {std::numeric_limits<double>::infinity()}, .either = std::string("x")}));
  all.push_back(Config<zoo::Everything>({.either = Config<zoo::Leaf>({.size = 1}), .function = &zoo::twice}));
  all.push_back(Config<zoo::Everything>({.either = Config<zoo::Leaf>({.size = 2}), .date = zoo::Date{1999}}));
  all.back()->leaves["a\"]\\.b"] = Config<zoo::Leaf>({.weight = 2});
  all.back()->leaves["true"] = Config<zoo::Leaf>();
  all.push_back(all.back());
  all.back()->leaves["true"]->size = 9;
  for (const auto& a : all)
    for (const auto& b : all) turns(a, b);
  const run::Partial<zoo::Owner> one({.extra = 1});
  const run::Partial<zoo::Owner> two({.leaf = Config<zoo::Leaf>({.size = 8})});
  EXPECT_EQ(turns(one, two),
            "+ leaf = zoo::Leaf()\n"
            "+ leaf.size = 8\n"
            "- extra = 1\n");
  turns(Config<zoo::Shape>({.shape = 3, .label = "a"}), Config<zoo::Shape>({.shape = "square", .colour = 2}));
  const Config<run::Fn<&zoo::sum>> three({.a = 1});
  turns(three, Config<run::Fn<&zoo::sum>>({.a = 2, .b = 40}));
}

TEST(Diff, JsonIsChecked) {
  const auto error = [](const std::string& text) {
    return error_of([&] {
      Config<zoo::Leaf> leaf;
      run::apply(run::diff_from_json(text, "d.json"), leaf);
    });
  };
  EXPECT_EQ(error("[]"), "d.json:1:1: expected a diff: a mapping with `changes`\n  []\n  ^");
  EXPECT_EQ(error(R"({"changes": [{"change": "add", "path": "size", "after": 1}]})"),
            "d.json:1:25: there is no change `add`; did you mean `added`?\n"
            "  {\"changes\": [{\"change\": \"add\", \"path\": \"size\", \"after\": 1}]}\n"
            "                          ^");
  EXPECT_TRUE(
      error(R"({"changes": [{"change": "added", "path": "size"}]})").starts_with("d.json:1:14: `after` is missing"));
  EXPECT_TRUE(error(R"({"changes": [{"change": "added", "path": "size", "after": "x"}]})")
                  .starts_with("d.json:1:59: size: expected int, found \"x\""));
  EXPECT_TRUE(error(R"({"changes": [{"change": "added", "path": "size", "after": 1, "after": 2}]})")
                  .starts_with("d.json:1:62: `after` is there twice"));
  EXPECT_TRUE(error(R"({"changes": [{"change": "added", "path": "size", "after": {"_ref_": 1}}]})")
                  .starts_with("d.json:1:59: there is no such `_id_` before it"));
  EXPECT_EQ(error(R"({"changes": [{"change": "added", "path": "sise", "after": 1}]})"),
            "sise: zoo::Leaf has no argument `sise`; did you mean `size`?");
  // Of an argument that only the new target has.
  EXPECT_EQ(error(R"({"changes": [{"change": "retargeted", "path": "", "before": {"_target_": "zoo::Leaf"},
      "after": {"_target_": "zoo::Owner"}}, {"change": "changed", "path": "extra", "before": 1, "after": 2}]})"),
            "extra: the diff expects 1, found nothing");
}

TEST(Diff, DoesNotRecurseInTheDepth) {
  const auto chain = [](int length, int last) {
    Config<zoo::Link> config({.number = last});
    for (int i = 1; i < length; ++i) {
      Config<zoo::Link> next({.number = 0});
      next->next = std::move(config);
      config = std::move(next);
    }
    return config;
  };
  auto a = chain(100'000, 1);
  const auto b = chain(100'000, 2);
  const Diff diff = run::diff(a, b);
  ASSERT_EQ(diff.changes().size(), 1U);
  run::apply(diff, a);
  EXPECT_TRUE(a == b);
}

TEST(Diff, LongLists) {
  std::mt19937 random(7);
  std::vector<double> numbers(100'000);
  for (double& number : numbers) number = static_cast<double>(random() % 1000);
  std::vector<double> others = numbers;
  std::shuffle(others.begin() + 30'000, others.begin() + 60'000, random);
  others.insert(others.begin(), 5, -1);
  Config<zoo::Everything> a({.numbers = numbers});
  const Config<zoo::Everything> b({.numbers = others});
  const auto begin = std::chrono::steady_clock::now();
  const Diff diff = run::diff(a, b);
  run::apply(diff, a);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));  // quadratic, it would be minutes
  EXPECT_TRUE(a == b);
}

TEST(Diff, PlainValuesInPlace) {
  // The same shape, and few values that differ: what a search would find, in the order of the nodes.
  Config<parts::Part> a = part("a");
  a.set("children", "[]");
  for (int i = 0; i < 4; ++i) a->children.push_back(part("c" + std::to_string(i), i));
  a->children[2]->sizes = {1, 2, 3};
  a->child = part("last");
  Config<parts::Part> b = a;
  b->children[2]->sizes[1] = 7;
  b->children[2]->weight = 9;
  b->child->name = "end";
  b->weight = 4;
  EXPECT_EQ(turns(a, b),
            "~ weight: 1.0 -> 4.0\n"
            "~ children[2].weight: 2.0 -> 9.0\n"
            "~ children[2].sizes[1]: 2 -> 7\n"
            "~ child.name: \"last\" -> \"end\"\n");
  // Of several elements that differ, one may stand where another stood.
  b = a;
  b->children[0] = part("c1", 1);
  b->children[1] = part("c0", 0);
  EXPECT_EQ(turns(a, b),
            "- children[0]: it stands elsewhere\n"
            "> children[1]: moved from children[0]\n");
}

/// Its child is the first of its two children, too.
Config<parts::Part> with_shared_child() {
  const Shared<parts::Part> one(part("one"));
  Config<parts::Part> a = part("a");
  a->child = one;
  a.set("children", "[]");
  a->children.push_back(one);
  a->children.push_back(part("two"));
  return a;
}

TEST(Diff, OfAListThatIsRemovedANodeMayStandElsewhere) {
  const Config<parts::Part> a = with_shared_child();
  Config<parts::Part> b = a;
  b.unset("children");
  EXPECT_EQ(turns(a, b),
            "- children[0]: it stands elsewhere\n"
            "- children[1] = parts::Part()\n"
            "- children[1].name = \"two\"\n"
            "- children[1].weight = 1.0\n");
}

TEST(Diff, PlainValuesOfSharedNodes) {
  const Config<parts::Part> a = with_shared_child();
  Config<parts::Part> b = a;
  b->children[0]->weight = 5;
  EXPECT_EQ(turns(a, b), "~ child.weight: 1.0 -> 5.0\n");
}

TEST(Diff, Color) {
  EXPECT_EQ(run::to_text(run::diff(part("a"), part("b")), {.color = true}), "\033[33m~ name: \"a\" -> \"b\"\033[0m\n");
}

/// Random graphs of parts: every shape of container, sharing, two classes and a function.
class Graphs {
 public:
  explicit Graphs(unsigned seed) : random_(seed) {}

  Config<parts::Part> graph() {
    pool_.clear();
    return graph_of(0);
  }

  /// One like it: some of it changed.
  Config<parts::Part> like(const Config<parts::Part>& config) {
    Config<parts::Part> other = config;
    pool_.clear();
    for (int changes = below(4) + 1; changes > 0; --changes) mutate(run::GraphAccess::node(other));
    return other;
  }

  /// One of the same shape: plain values differ.
  Config<parts::Part> plainly_like(const Config<parts::Part>& config) {
    Config<parts::Part> other = config;
    const std::vector<run::Node*> nodes = run::detail::reachable(run::GraphAccess::node(other));
    for (int changes = below(3) + 1; changes > 0; --changes) {
      run::Node& node = *nodes[static_cast<std::size_t>(below(static_cast<int>(nodes.size())))];
      for (run::Argument& argument : node.arguments) {
        if (argument.value.is(run::Value::Kind::real)) argument.value = run::Value(static_cast<double>(below(3)));
        if (argument.value.is(run::Value::Kind::list) && !argument.value.list().empty() &&
            argument.value.list()[0].is(run::Value::Kind::integer))
          argument.value.list()[0] = run::Value(std::int64_t{below(3)});
      }
    }
    return other;
  }

  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

 private:
  template <class Class>
  void fill(Class& part, int depth) {
    if (below(2) == 0) part->weight = static_cast<double>(below(3));
    if (below(3) == 0) part->mood = below(2) == 0 ? zoo::Mood::calm : zoo::Mood::wild;
    if (below(3) == 0) part->date = zoo::Date{below(3)};
    // What the constructor makes of a container is not known: it is set as a whole first.
    const auto begun = [&](const char* name, const char* empty, int count) {
      if (count > 0) part.set(name, empty);
      return count;
    };
    for (int i = begun("sizes", "[]", below(4)); i > 0 && below(2) == 0; --i) part->sizes.push_back(below(3));
    for (int i = begun("table", "[]", below(3)); i > 0; --i)
      part->table.push_back(std::vector<int>(static_cast<std::size_t>(below(3)), below(3)));
    for (int i = begun("ports", "{}", below(3)); i > 0; --i)
      part->ports[below(4)] = std::string(static_cast<std::size_t>(below(3)), 'x');
    if (depth > 1) return;
    for (int i = begun("children", "[]", below(4)); i > 0; --i) part->children.push_back(child(depth));
    for (int i = begun("named", "{}", below(3)); i > 0; --i)
      part->named[std::string(1, static_cast<char>('a' + below(4)))] = child(depth);
    if (below(3) == 0) part->child = child(depth);
  }

  Shared<parts::Part> child(int depth) {
    if (!pool_.empty() && below(4) == 0) return pool_[static_cast<std::size_t>(below(static_cast<int>(pool_.size())))];
    Shared<parts::Part> made = graph_of(depth + 1);
    if (below(2) == 0) pool_.push_back(made);
    return made;
  }

  Config<parts::Part> graph_of(int depth) {
    const std::string name(1, static_cast<char>('a' + below(3)));
    if (below(3) == 0) {
      Config<parts::Wheel> wheel({.name = name});
      if (below(2) == 0) wheel->radius = below(3);
      fill(wheel, depth);
      return wheel;
    }
    Config<parts::Part> part({.name = name});
    fill(part, depth);
    return part;
  }

  /// Changes something below the root: an argument, an element, an entry; to another, to none, or to one from
  /// elsewhere.
  void mutate(run::Node& root) {
    const std::vector<run::Node*> nodes = run::detail::reachable(root);
    run::Node& node = *nodes[static_cast<std::size_t>(below(static_cast<int>(nodes.size())))];
    pool_.clear();  // or it could come to hold itself
    run::Node& donor = run::GraphAccess::node(donors_.emplace_back(graph_of(2)));
    if (donor.target == node.target && !donor.arguments.empty() && below(2) == 0) {
      const run::Argument& taken =
          donor.arguments[static_cast<std::size_t>(below(static_cast<int>(donor.arguments.size())))];
      node.set(taken.parameter, taken.value, {});
      return;
    }
    if (node.arguments.empty()) return;
    run::Argument& argument = node.arguments[static_cast<std::size_t>(below(static_cast<int>(node.arguments.size())))];
    if (argument.value.is(run::Value::Kind::list) && !argument.value.list().empty()) {
      run::Value::List& list = argument.value.list();
      const auto at = list.begin() + below(static_cast<int>(list.size()));
      const run::Value taken = *at;
      if (below(2) == 0) list.erase(at);
      if (below(2) == 0) list.insert(list.begin() + below(static_cast<int>(list.size()) + 1), taken);
      return;
    }
    if (argument.parameter != 0) node.reset(argument.parameter);
  }

  std::mt19937 random_;
  std::vector<Shared<parts::Part>> pool_;
  std::vector<Config<parts::Part>> donors_;
};

TEST(Diff, TurnsAnythingIntoAnythingThatIsWrittenAndRead) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(3);
  const unsigned first = first_seed(0);
  for (unsigned seed = first; seed < first + 1500 && std::chrono::steady_clock::now() < end; ++seed) {
    Graphs graphs(seed);
    const Config<parts::Part> a = graphs.graph();
    const Config<parts::Part> b = seed % 4 == 0   ? graphs.graph()
                                  : seed % 4 == 1 ? graphs.plainly_like(a)
                                                  : graphs.like(a);
    SCOPED_TRACE("seed " + std::to_string(seed));
    turns(a, b);
    for (const run::Format format : {run::Format::yaml, run::Format::json, run::Format::toml}) {
      const std::string text = run::detail::to_text(run::GraphAccess::node(b), format, {});
      EXPECT_TRUE(run::detail::read<parts::Part>(text, "graph", format) == b) << text;
    }
    if (HasFailure()) return;
  }
}

}  // namespace
