// Editing at length: elements and ranges, nested handles, selections, other targets, factories, finished objects.
#include <gtest/gtest.h>

#include <limits>

#include "shop.h"
#include "targets.h"
#include "thrown.h"

namespace {

using run::Config;
using run::Factory;
using shop::Adam;
using shop::Sgd;
using shop::Trainer;

Config<Trainer> trainer() {
  return Config<Trainer>({.optimizer = Config<Adam>({.lr = 0.5}),
                          .more = {Config<Sgd>({.lr = 0.25, .momentum = 1}), Config<Adam>()},
                          .limits = {{"left", 1}, {"right", 2}}});
}

TEST(Elements, OfListsByType) {
  Config<Trainer> config;
  config->steps.push_back(4);
  config->steps.insert(-1, 9);
  EXPECT_EQ(config->steps.get(), (std::vector<int>{1, 2, 3, 9, 4}));
  config->steps.erase(0);
  config->steps.erase(-2);
  EXPECT_EQ(config->steps.get(), (std::vector<int>{2, 3, 4}));
  config->steps.replace(0, 1, {7, 8, 9});
  EXPECT_EQ(config->steps.get(), (std::vector<int>{7, 8, 9, 3, 4}));
  EXPECT_EQ(run::build(config->steps.slice(1, -1)), (std::vector<int>{8, 9, 3}));
  config->steps.erase(1, -1);
  EXPECT_EQ(config->steps.get(), (std::vector<int>{7, 4}));
  config->steps.pop_back();
  config->steps.clear();
  EXPECT_TRUE(config->steps.empty());
  Config<std::vector<int>> list({1, 2, 3});
  list.erase(0, 2);
  EXPECT_EQ(run::build(list), std::vector<int>{3});
}

TEST(Elements, OfSeveralAtOnce) {
  Config<Trainer> config;
  config->steps.append_range({4, 5});
  config->steps.insert_range(-1, {9});
  EXPECT_EQ(config->steps.get(), (std::vector<int>{1, 2, 3, 4, 9, 5}));
  config->steps.append_range(Config<std::vector<int>>({6}));
  config->steps.resize(2);
  config->steps.resize(4, 7);
  config->steps.resize(5);
  EXPECT_EQ(config->steps.get(), (std::vector<int>{1, 2, 7, 7, 0}));
  config->limits = {{"a", 1}};
  config->limits.insert_range({{"a", 2}, {"b", 3}});
  EXPECT_EQ(config->limits.get(), (std::map<std::string, int>{{"a", 1}, {"b", 3}}));
  const auto fails = error_of([&] { config->steps.insert_range(7, {1}); });
  EXPECT_EQ(config->steps.size(), 5u) << fails;
  EXPECT_THROW(run::repeated<std::vector<int>>(~std::size_t{0}, 1), std::length_error);
  EXPECT_TRUE(run::repeated<std::vector<int>>(0, 1).empty());

  auto lists = run::repeated<std::vector<std::vector<int>>>(2, run::repeated<std::vector<int>>(2, 1));
  lists[1].push_back(3);
  EXPECT_EQ(run::build(lists), (std::vector<std::vector<int>>{{1, 1}, {1, 1, 3}}));
  auto objects = run::repeated<std::vector<Adam>>(2, Config<Adam>({.lr = 0.5}));
  objects[0]->lr = 0.25;
  EXPECT_EQ(objects[1]->lr, 0.5);
  const run::Shared<Adam> adam;
  EXPECT_EQ(run::build(run::repeated<std::vector<std::shared_ptr<shop::Optimizer>>>(2, adam)).front().use_count(), 2);
}

TEST(Elements, CopiesOfPointees) {
  run::Shared<Adam> adam({.lr = 0.5});
  Config<Trainer> config({.optimizer = adam, .more = {adam}});
  Config<Adam> copy = run::object_copy(adam);
  Config<shop::Optimizer> of_place = run::object_copy(config->optimizer);
  Config<shop::Optimizer> of_element = run::object_copy(config->more[0]);
  adam->lr = 2;
  EXPECT_EQ(copy->lr, 0.5);
  EXPECT_EQ(of_place["lr"].as<double>(), 0.5);
  EXPECT_EQ(of_element["lr"].as<double>(), 0.5);
  copy->lr = 3;
  Config<Adam> other = copy;
  other.swap(copy);
  EXPECT_EQ(config["optimizer"]["lr"].as<double>(), 2);
  config->optimizer = nullptr;
  EXPECT_THROW(run::object_copy(config->optimizer), run::Error);
}

TEST(Elements, OneAfterTheOther) {
  Config<std::vector<int>> list({1, 2, 3});
  int sum = 0;
  for (const int number : list.elements()) sum += number;
  for (auto number : list.elements()) number = 10 * number.get();
  EXPECT_EQ(sum, 6);
  EXPECT_EQ(run::build(list), (std::vector<int>{10, 20, 30}));
  for (const int number : list.elements()) list.push_back(number + 1);
  EXPECT_EQ(list.size(), 6u);
  Config<std::map<std::string, int>> map({{"b", 1}, {"a", 2}});
  EXPECT_EQ(map.keys(), (std::vector<std::string>{"b", "a"}));
  EXPECT_EQ(map.sorted_keys(), (std::vector<std::string>{"a", "b"}));
}

TEST(Elements, OfListsByName) {
  Config<Trainer> config;
  config["steps"].push_back(4);
  config["steps"].insert(0, 0);
  config["steps"].erase(1, 3);
  EXPECT_EQ(config["steps"].as<std::vector<int>>(), (std::vector<int>{0, 3, 4}));
  config["steps"].replace(-2, 3, std::vector<int>{5});
  EXPECT_EQ(config["steps"].as<std::vector<int>>(), (std::vector<int>{0, 5}));
  Config<Trainer> other;
  other["steps"] = config["steps"].slice(0, 1);
  EXPECT_EQ(other["steps"].as<std::vector<int>>(), std::vector<int>{0});
  config["steps"].clear();
  EXPECT_TRUE(config["steps"].empty());
}

TEST(Elements, OfMaps) {
  Config<Trainer> config = trainer();
  EXPECT_EQ(config->limits.keys(), (std::vector<std::string>{"left", "right"}));
  EXPECT_TRUE(config->limits.contains("left"));
  EXPECT_TRUE(config->limits.erase("left"));
  EXPECT_FALSE(config->limits.erase("left"));
  EXPECT_FALSE(config["limits"].contains("left"));
  EXPECT_EQ(config["limits"].keys().text(), "[\"right\"]");
  EXPECT_TRUE(config["limits"].erase("right"));
  EXPECT_TRUE(config->limits.emplace("top", 3));
  EXPECT_FALSE(config->limits.emplace("top", 4));  // the first of equal keys stays, as in a map
  EXPECT_EQ(config->limits["top"].get(), 3);
  config->limits.clear();
  EXPECT_EQ(config->limits.size(), 0U);
}

TEST(Elements, RangesInPaths) {
  Config<Trainer> config;
  EXPECT_EQ(config.get<std::vector<int>>("steps[1:]"), (std::vector<int>{2, 3}));
  EXPECT_EQ(config.get<std::vector<int>>("steps[:-1]"), (std::vector<int>{1, 2}));
  config.set("steps[0:2]", "[7]");
  EXPECT_EQ(config->steps.get(), (std::vector<int>{7, 3}));
  config.unset("steps[1]");
  config.unset("steps[-1:]");
  EXPECT_TRUE(config->steps.empty());
  EXPECT_EQ(error_of([&] { config.set("steps[0:2]", "[7]"); }), "steps: there is no range [0:2]: it has 0");
  EXPECT_EQ(error_of([&] { config["steps[0:2]"] = 1; }),
            "the path `steps[0:2]`: a range can only be read, replaced or unset (`get`, `set`, `unset`), as the last "
            "step, at character 7");
}

TEST(Elements, OfListsInLists) {
  Config<std::vector<std::vector<int>>> lists({{1, 2, 3}, {4}});
  lists[0].erase(0, 2);
  lists[1].push_back(5);
  lists.insert(0, std::vector<int>{9});
  lists[0][0] = 8;
  EXPECT_EQ(run::build(lists), (std::vector<std::vector<int>>{{8}, {3}, {4, 5}}));
  EXPECT_EQ(error_of([&] { lists[1].push_back(1LL << 40); }),
            "[1]: a new element: expected int, found 1099511627776 (out of range of int)");
  const auto history = run::detail::history_of(lists[0].spot());
  ASSERT_EQ(history.size(), 6U);
  EXPECT_EQ(history[1].path, "[0][0:2]");
  EXPECT_EQ(history[2].path, "[1][1]");
  EXPECT_EQ(history[4].path, "[0][0]");
}

TEST(Elements, NegativeNumbersCountFromTheEndAndAreKeys) {
  Config<std::vector<int>> list({1, 2, 3});
  list[-1] = 7;
  EXPECT_EQ(run::build(list), (std::vector<int>{1, 2, 7}));
  EXPECT_EQ(error_of([&] { list[-4] = 1; }), "there is no element [-4]: it has 3");
  Config<std::map<std::string, std::map<int, int>>> map;
  map["a"] = std::map<int, int>{{-2, 5}};
  map["a"][-2] += 1;
  map["a"][-3] = 2;
  run::Ref entries = static_cast<run::Graph&>(map)["a"];
  entries[-2] += 1;
  entries[-4] = 1;
  EXPECT_EQ(run::build(map).at("a"), (std::map<int, int>{{-4, 1}, {-3, 2}, {-2, 7}}));
  Config<std::map<std::string, std::map<std::uint64_t, int>>> far;
  far["a"] = std::map<std::uint64_t, int>{};
  static_cast<run::Graph&>(far)["a"][~std::uint64_t{0}] = 1;
  EXPECT_EQ(run::build(far).at("a"), (std::map<std::uint64_t, int>{{~std::uint64_t{0}, 1}}));
}

TEST(Elements, FarNumbers) {
  Config<Trainer> config;
  EXPECT_EQ(error_of([&] { config.unset("steps[-9223372036854775808:]"); }),
            "steps: there is no range [-9223372036854775808:3]: it has 3");
  EXPECT_EQ(error_of([&] { config->steps.erase(std::numeric_limits<std::int64_t>::min()); }),
            "steps: there is no element [-9223372036854775808]: it has 3");
}

TEST(Elements, NothingChangesWhereSomethingIsWrong) {
  Config<Trainer> config = trainer();
  const Config<Trainer> before = config;
  const std::string yaml = run::to_yaml(config);
  EXPECT_EQ(error_of([&] { config->steps.insert(4, 1); }), "steps: there is no element [4] to insert before: it has 3");
  EXPECT_EQ(error_of([&] { config["steps"].push_back("a"); }), "steps: a new element: expected int, found \"a\"");
  EXPECT_EQ(error_of([&] { config["steps"].replace(0, 1, std::vector<std::string>{"a"}); }),
            "steps[0]: expected int, found \"a\"");
  EXPECT_EQ(error_of([&] { config["seed"].push_back(1); }), "seed: it is no list, it is 1");
  EXPECT_EQ(error_of([&] { config->steps.erase(3); }), "steps: there is no element [3]: it has 3");
  EXPECT_EQ(error_of([&] { config->steps.erase(2, 1); }), "steps: there is no range [2:1]: it has 3");
  EXPECT_EQ(error_of([&] { config["seed"].keys(); }), "seed: it is no map");
  EXPECT_EQ(error_of([&] {
              config.with({.limits = {{"a", 1}}, .steps = {9}, .seed = 1LL << 40});
            }),
            "seed: expected int, found 1099511627776 (out of range of int)");
  EXPECT_EQ(error_of([&] {
              config["optimizer"].with({{"lr", 1.0}, {"bta", 1.0}});
            }),
            "optimizer: shop::Adam has no argument `bta`; did you mean `beta`?");
  EXPECT_TRUE(config == before);
  EXPECT_EQ(run::to_yaml(config), yaml);
}

TEST(Handles, ANestedNodeCanDoWhatTheRootCan) {
  Config<Trainer> config = trainer();
  EXPECT_EQ(config->more.broadcast("lr", 0.75), 2);
  EXPECT_EQ(config["more"].broadcast("momentum", 3), 1);
  EXPECT_EQ(config["optimizer"].walk("lr", [](auto node) { return node["lr"].template as<double>() * 2; }), 1);
  EXPECT_EQ(config->more[0].walk("lr", [](auto node) { return node["lr"].template as<double>() * 2; }), 1);
  EXPECT_EQ(config.get<double>("optimizer.lr"), 1.0);
  EXPECT_EQ(config->optimizer.get<double>("lr"), 1.0);
  EXPECT_EQ(config["more[0]"].get<double>("lr"), 1.5);
  config->optimizer.set("beta", "0.5");
  config["optimizer"].with({{"lr", 2.0}});
  config->more[1].with<Adam>({.lr = 4.0});
  EXPECT_TRUE(config->optimizer.has("beta"));
  config->optimizer.unset("beta");
  EXPECT_EQ(run::build(config).optimizer->name(), "adam 2.900000");
  EXPECT_EQ(run::build(config).more[1]->name(), "adam 4.900000");
  EXPECT_EQ(config->more.select<Adam>().size(), 1U);
  EXPECT_EQ(config["optimizer"].select("rate").size(), 1U);
  EXPECT_EQ(config->optimizer.materialize_defaults(), 1);
  EXPECT_EQ(error_of([&] { config["more"].broadcast("lr", "fast"); }), "more[0].lr: expected double, found \"fast\"");
  EXPECT_EQ(error_of([&] { config["more"].broadcast("rate", 1); }),
            "no node has an argument `rate`; there are `beta`, `lr`, `momentum`");
  EXPECT_EQ(error_of([&] { config["seed"].broadcast("lr", 1); }), "seed: it is not configured, it is 1");
  config["optimizer"] = nullptr;
  EXPECT_EQ(error_of([&] { config["optimizer.lr"] = 1; }),
            "optimizer: it is null; set it first, to what one of these gives: shop::Adam, shop::Sgd");
  EXPECT_EQ(
      error_of([&] { (void)run::from_yaml<Trainer>("optimizer: {lr: 1}"); }),
      "<yaml>:1:12: optimizer: expected std::shared_ptr<shop::Optimizer>, found a mapping without _target_: it may "
      "be shop::Adam or shop::Sgd\n  optimizer: {lr: 1}\n             ^");
  EXPECT_EQ(error_of([&] { (void)run::from_yaml<Trainer>("optimizer: {_target_: shop::Dice}"); }),
            "<yaml>:1:23: optimizer: expected std::shared_ptr<shop::Optimizer>, found shop::Dice: it may be shop::Adam "
            "or shop::Sgd\n  optimizer: {_target_: shop::Dice}\n                        ^");
  EXPECT_EQ(
      error_of([&] { (void)run::from_yaml<Trainer>("optimizer.lr: 1"); }),
      "<yaml>:1:1: `optimizer.lr` is a path, and keys are names: nest it below `optimizer`\n  optimizer.lr: 1\n  ^");
  EXPECT_EQ(error_of([&] { (void)run::from_yaml<Trainer>("optimizer: {_target_: shop::Sgd, _partail_: true}"); }),
            "<yaml>:1:34: optimizer: `_partail_` means nothing; did you mean `_partial_`?\n"
            "  optimizer: {_target_: shop::Sgd, _partail_: true}\n                                   ^");
}

TEST(Selection, OfNodes) {
  Config<Trainer> config = trainer();
  EXPECT_EQ(config.select<shop::Optimizer>().size(), 3U);
  EXPECT_EQ(config.select<Adam>().paths(), (std::vector<std::string>{"optimizer", "more[1]"}));
  for (auto adam : config.select<Adam>()) adam->beta = 0.25;
  EXPECT_EQ(config.select<Adam>().get<double>("beta"), (std::vector<double>{0.25, 0.25}));
  EXPECT_EQ(config.select<shop::Optimizer>().set("lr", 1), 3);
  EXPECT_EQ(config.select<Adam>().with({.lr = 2, .beta = 0.5}), 2);
  EXPECT_EQ(config.select<shop::Optimizer>().get<double>("lr"), (std::vector<double>{2, 1, 2}));
  const Config<Trainer> before = config;
  EXPECT_EQ(error_of([&] { config.select<shop::Optimizer>().set("beta", 1); }),
            "more[0]: shop::Sgd has no argument `beta`; it has `lr`, `momentum`");
  EXPECT_EQ(error_of([&] { config.select<zoo::Leaf>().set("size", 1); }), "no node is selected");
  EXPECT_TRUE(config == before);
  EXPECT_EQ(config.select<Adam>().replace(Config<Sgd>({.momentum = 5})), 2);
  EXPECT_EQ(config.select<Adam>().size(), 0U);
  EXPECT_EQ(config.get<int>("more[1].momentum"), 5);
  EXPECT_EQ(error_of([&] { config.select<Sgd>().replace(Config<zoo::Leaf>()); }),
            "optimizer: expected std::shared_ptr<shop::Optimizer>, found zoo::Leaf(...)");
  EXPECT_EQ(error_of([&] { config.select<Trainer>().replace(config); }),
            "the root, shop::Trainer, is selected, too, and cannot be replaced within itself");
}

TEST(Selection, KeepsSharing) {
  run::Shared<Adam> shared;
  Config<Trainer> config({.optimizer = shared, .more = {shared, shared}});
  EXPECT_EQ(config.select<Adam>().size(), 1U);
  EXPECT_EQ(config.select<Adam>().replace(Config<Sgd>()), 1);
  const Trainer built = run::build(config);
  EXPECT_EQ(built.optimizer, built.more[1]);
  EXPECT_EQ(built.optimizer->name(), "sgd 0.100000 0");
}

TEST(Selection, OfAConstantOnlyReads) {
  const Config<Trainer> config = trainer();
  static_assert(std::is_const_v<decltype(config.select<Adam>())>);
  static_assert(std::is_const_v<decltype(config.select<Adam>()[0])>);
  static_assert(std::is_const_v<decltype(config.select("rate"))>);
  std::size_t count = 0;
  for (const auto& adam : config.select<Adam>()) count += adam->lr.has_value() ? 1 : 0;
  EXPECT_EQ(count, 2U);
}

TEST(Selection, OfCalls) {
  Config<run::Fn<&shop::throws>> call({.dice = Config<shop::Dice>()});
  EXPECT_EQ(call.select<run::Fn<&shop::throws>>().size(), 1U);
  call.select<run::Fn<&shop::throws>>()[0]->more = 3;
  EXPECT_EQ(call->more, 3);
}

TEST(Selection, OfTags) {
  Config<Trainer> config = trainer();
  EXPECT_EQ(config.select("rate").paths(), (std::vector<std::string>{"optimizer.lr", "more[0].lr", "more[1].lr"}));
  EXPECT_EQ(config.select("rate").set(0.125), 3);
  EXPECT_EQ(config.select("rate").get<double>(), (std::vector<double>{0.125, 0.125, 0.125}));
  EXPECT_EQ(config.select("tunable").size(), 4U);
  for (auto argument : config.select("tunable")) argument *= 2;
  EXPECT_EQ(config.get<double>("more[1].beta"), 1.8);
  EXPECT_EQ(error_of([&] { config.select("rates").set(1); }), "no argument has the tag `rates`; did you mean `rate`?");
  EXPECT_EQ(error_of([&] { config.select("rate").set("a"); }), "optimizer.lr: expected double, found \"a\"");
}

TEST(Retarget, KeepsWhatBothHave) {
  const Config<Adam> adam({.lr = 0.5, .beta = 0.8});
  std::vector<run::Dropped> dropped;
  const Config<Sgd> sgd = adam.retarget<Sgd>(&dropped);
  EXPECT_EQ(run::build(sgd).name(), "sgd 0.500000 0");
  ASSERT_EQ(dropped.size(), 1U);
  EXPECT_EQ(dropped[0].name, "beta");
  EXPECT_EQ(dropped[0].value, "0.8");
  EXPECT_EQ(dropped[0].reason, "shop::Sgd has no argument `beta`");
  EXPECT_TRUE(dropped[0].where.known());
  EXPECT_EQ(adam.target(), "shop::Adam");
}

TEST(Retarget, ForgetsTheDefaultsOfTheOldTarget) {
  Config<Trainer> config({.optimizer = Config<Adam>(), .more = {Config<Adam>()}});
  EXPECT_EQ(config.get<double>("optimizer.beta"), 0.9);  // from now on known as the default of the second parameter
  config["optimizer"].retarget("shop::Sgd");
  EXPECT_EQ(config.get<int>("optimizer.momentum"), 0);
  EXPECT_EQ(config.get<double>("optimizer.lr"), 0.1);
  config.materialize_defaults();
  EXPECT_EQ(run::build(config).optimizer->name(), Sgd().name());
}

TEST(Retarget, InPlace) {
  run::Shared<Adam> shared({.lr = 0.5});
  Config<Trainer> config({.optimizer = shared, .more = {shared}});
  EXPECT_EQ(config["optimizer"].retarget("shop.Sgd").size(), 0U);
  Trainer built = run::build(config);
  EXPECT_EQ(built.optimizer, built.more[0]);
  EXPECT_EQ(built.optimizer->name(), "sgd 0.500000 0");
  EXPECT_EQ(config->more[0].retarget<Adam>().size(), 0U);
  EXPECT_EQ(run::build(config).optimizer->name(), "adam 1.400000");
  const Config<Trainer> before = config;
  EXPECT_EQ(error_of([&] { config["optimizer"].retarget("zoo::Leaf"); }),
            "optimizer: expected std::shared_ptr<shop::Optimizer>, found zoo::Leaf(...)");
  EXPECT_EQ(error_of([&] { config["optimizer"].retarget("shop::Sdg"); }),
            "optimizer: there is no target `shop::Sdg`; did you mean `shop::Sgd`?");
  EXPECT_EQ(error_of([&] { config.retarget("shop::Sgd"); }), "expected shop::Trainer, found shop::Sgd");
  EXPECT_TRUE(config == before);
}

TEST(Retarget, AllThatAreSelected) {
  const run::Shared<Adam> shared({.lr = 0.5, .beta = 0.8});
  Config<Trainer> config({.optimizer = shared, .more = {shared, Config<Adam>({.lr = 0.25})}});
  const Config<Trainer> before = config;
  EXPECT_EQ(error_of([&] { config.select<Adam>().retarget("zoo::Leaf"); }),
            "optimizer: expected std::shared_ptr<shop::Optimizer>, found zoo::Leaf(...)");
  EXPECT_TRUE(config == before);
  const std::vector<run::Dropped> dropped = config.select<Adam>().retarget<Sgd>();
  ASSERT_EQ(dropped.size(), 1U);
  EXPECT_EQ(dropped[0].name, "beta");
  EXPECT_EQ(config.history("optimizer").size(), 2U);
  const Trainer built = run::build(config);
  EXPECT_EQ(built.optimizer, built.more[0]);
  EXPECT_EQ(built.optimizer->name(), "sgd 0.500000 0");
  EXPECT_EQ(built.more[1]->name(), "sgd 0.250000 0");
  EXPECT_EQ(error_of([&] { config.select<Adam>().retarget<Sgd>(); }), "no node is selected");
}

TEST(Materialize, MakesDefaultsArguments) {
  Config<Trainer> config({.optimizer = Config<Adam>({.lr = 0.5})});
  const Config<Trainer> before = config;
  EXPECT_EQ(config.materialize_defaults(), 5);  // more, limits, steps, seed, optimizer.beta
  EXPECT_TRUE(config == before);
  EXPECT_NE(run::to_yaml(config).find("beta: 0.9"), std::string::npos);
  EXPECT_EQ(config.materialize_defaults(), 0);
}

TEST(Materialize, KeepsToOneConstructor) {
  Config<shop::Line> number;
  EXPECT_EQ(number.materialize_defaults(), 1);
  EXPECT_EQ(run::build(number).text(), "1");
  Config<shop::Line> text({.text = "a"});
  EXPECT_EQ(text.materialize_defaults(), 1);
  EXPECT_EQ(run::to_yaml(text), "_target_: shop::Line\ntext: a\ntimes: 2\n");
  EXPECT_EQ(run::build(text).text(), "a2");
}

TEST(FactoryArgument, IsBuiltAnewAtEachCall) {
  const run::Partial<run::Fn<&shop::throws>> anew({.dice = Factory<shop::Dice>({.sides = 8})});
  const auto call = run::build(anew);
  const int first = call();
  EXPECT_EQ(first % 100, 8);
  EXPECT_EQ(call(), first + 100);
  EXPECT_EQ(call({.more = 1}), first + 201);
  // One that is built with the partial serves one call.
  const auto once = run::build(run::Partial<run::Fn<&shop::throws>>({.dice = Config<shop::Dice>()}));
  once();
  EXPECT_THROW(once(), run::BuildError);
}

TEST(FactoryArgument, InAConfigIsBuiltOnce) {
  const Config<run::Fn<&shop::throws>> config({.dice = Factory<shop::Dice>()});
  const int before = shop::dice_made;
  EXPECT_EQ(run::build(config), (before + 1) * 100 + 6);
  EXPECT_EQ(shop::dice_made, before + 1);
}

TEST(FactoryArgument, IsTheCallableWhereOneIsWanted) {
  const Config<run::Fn<&shop::calls>> config({.make = Factory<shop::Dice>()});
  const int before = shop::dice_made;
  EXPECT_EQ(run::build(config), (before + 1) * 100 + before + 2);
  EXPECT_EQ(shop::dice_made, before + 2);
  const auto call = run::build(run::Partial<run::Fn<&shop::calls>>({.make = Factory<shop::Dice>()}));
  EXPECT_EQ(call(), (before + 3) * 100 + before + 4);
  EXPECT_EQ(call(), (before + 5) * 100 + before + 6);
}

TEST(FactoryArgument, IsWrittenReadComparedAndPrinted) {
  const run::Partial<run::Fn<&shop::throws>> anew({.dice = Factory<shop::Dice>({.sides = 8})});
  const run::Partial<run::Fn<&shop::throws>> once({.dice = Config<shop::Dice>({.sides = 8})});
  EXPECT_FALSE(anew == once);
  const auto copy = anew;
  EXPECT_TRUE(anew == copy);
  using Root = run::Partial<run::Fn<&shop::throws>>;
  EXPECT_EQ(
      run::to_yaml(anew),
      "_target_: shop::throws\n_partial_: true\ndice:\n  _target_: shop::Dice\n  _each_call_: true\n  sides: 8\n");
  EXPECT_TRUE(run::from_yaml<Root>(run::to_yaml(anew)) == anew);
  EXPECT_TRUE(run::from_json<Root>(run::to_json(anew)) == anew);
  EXPECT_TRUE(run::from_toml<Root>(run::to_toml(anew)) == anew);
  const Factory<shop::Dice> alone({.sides = 2});
  EXPECT_TRUE(run::from_yaml<Factory<shop::Dice>>(run::to_yaml(alone)) == alone);
  EXPECT_EQ(run::to_text(anew, {.defaults = false}),
            "partial shop::throws\n└── dice: factory shop::Dice\n    └── sides = 8\n");
  EXPECT_NE(error_of([] {
              run::from_yaml<Root>(
                  "_target_: shop::throws\n_partial_: true\ndice: {_target_: shop::Dice, "
                  "_partial_: true, _each_call_: true}\n");
            }).find("_partial_ and _each_call_ exclude each other"),
            std::string::npos);
}

TEST(Print, OfContainersShowsTheirElements) {
  Config<std::vector<Adam>> list;
  list.push_back(Config<Adam>({.lr = 0.5}));
  EXPECT_EQ(run::to_text(list, {.defaults = false}),
            "std::vector<shop::Adam>\n└── [0]: shop::Adam\n    └── lr = 0.5\n");
  EXPECT_EQ(run::to_text(list, {.style = run::PrintOptions::Style::flat, .defaults = false}),
            "std::vector<shop::Adam>()\n[0] = shop::Adam()\n[0].lr = 0.5\n");
}

TEST(Print, TellsWhatIsRequired) {
  EXPECT_EQ(run::to_text(Config<zoo::Room>()),
            "zoo::Room\n├── fixed  (required)\n├── other  (required)\n└── fussy = []  (default)\n");
  EXPECT_EQ(run::to_text(Config<zoo::Room>(), {.style = run::PrintOptions::Style::flat}),
            "zoo::Room()\nfixed  (required)\nother  (required)\nfussy = []  (default)\n");
  EXPECT_EQ(run::to_text(Config<zoo::Room>(), {.defaults = false}), "zoo::Room\n");
}

TEST(Paths, AreSpeltAsTheyAreRead) {
  Config<std::map<std::string, Adam>> map;
  for (const char* key : {"plain", "a.b", "1", "true", "a \"b\"", "x]"}) map[key] = Config<Adam>({.lr = 0.5});
  for (const std::string& path : map.select<Adam>().paths()) {
    EXPECT_EQ(map.get<double>(path + ".lr"), 0.5) << path;
    map.set(path + ".lr", "0.25");
    EXPECT_EQ(map.history(path + ".lr").back().path, path + ".lr");
  }
  EXPECT_EQ(map.select<Adam>().paths()[0], "[plain]");
  EXPECT_NE(run::to_text(map, {.style = run::PrintOptions::Style::flat}).find("\n[plain].lr = 0.25\n"),
            std::string::npos);
}

TEST(Maps, OfLongKeysKeepThemAll) {
  const std::string begin(100, 'k');
  EXPECT_EQ((Config<std::map<std::string, int>>({{begin + "1", 1}, {begin + "2", 2}, {begin + "1", 3}}).size()), 2U);
}

TEST(FromObject, IsTheWayBack) {
  zoo::Everything object;
  object.small = 7;
  object.maybe = 3;
  object.leaves["a"].size = 9;
  object.either = zoo::Leaf{.size = 5};
  const Config<zoo::Everything> config = run::from_object(object);
  EXPECT_EQ(run::to_yaml(config),
            "_target_: zoo::Everything\nsmall: 7\nmaybe: 3\nleaves:\n  a:\n    _target_: zoo::Leaf\n    size: 9\n"
            "either:\n  _target_: zoo::Leaf\n  size: 5\n");
  EXPECT_TRUE(run::build(config) == object);
  EXPECT_NE(config.history("small")[0].place().find("graph_test.cpp"), std::string::npos);
  EXPECT_EQ(run::to_yaml(run::from_object(zoo::Leaf())), "_target_: zoo::Leaf\n");
}

TEST(Messages, NameAsManyAsThereIsRoomFor) {
  std::vector<std::string> names;
  for (char c = 'a'; c < 'a' + 14; ++c) names.emplace_back(1, c);
  std::vector<std::string_view> all(names.begin(), names.end());
  EXPECT_EQ(run::detail::some_of({all.data(), 2}), "`a`, `b`");
  EXPECT_TRUE(run::detail::some_of(all).ends_with("`k`, `l` and 2 more"));
}

}  // namespace
