// Reading and changing configurations, by type and by name; copies and comparison.
#include <gtest/gtest.h>

#include <limits>

#include "targets.h"
#include "thrown.h"

namespace {

using run::Config;

TEST(Edit, NumbersThatAreGivenFitWhateverTheirType) {
  using Everything = Config<zoo::Everything>;
  EXPECT_EQ(error_of([] { Everything({.tiny = 128}); }),
            "zoo::Everything.tiny: expected signed char, found 128 (out of range of signed char)");
  EXPECT_EQ(error_of([] { Everything({.tiny = std::uint64_t{1} << 63}); }),
            "zoo::Everything.tiny: expected signed char, found 9223372036854775808 (out of range of signed char)");
  EXPECT_EQ(error_of([] { Everything({.small = -1}); }),
            "zoo::Everything.small: expected unsigned int, found -1 (out of range of unsigned int)");
  EXPECT_EQ(error_of([] { Everything({.small = std::int64_t{1} << 32}); }),
            "zoo::Everything.small: expected unsigned int, found 4294967296 (out of range of unsigned int)");
  EXPECT_EQ(error_of([] { Everything({.large = -1}); }),
            "zoo::Everything.large: expected unsigned long, found -1 (out of range of unsigned long)");
  const Everything good({.tiny = -128L, .small = std::int64_t{4294967295}, .large = ~std::uint64_t{0}});
  EXPECT_TRUE(good->tiny == -128);
  EXPECT_TRUE(good->small == 4294967295u);
  EXPECT_TRUE(good->large == ~std::uint64_t{0});
}

TEST(Edit, IsCheckedThereAndThen) {
  Config<zoo::Everything> config;
  const Config<zoo::Everything> before = config;
  EXPECT_EQ(error_of([&] { config["tiny"] = 128; }),
            "tiny: expected signed char, found 128 (out of range of signed char)");
  EXPECT_EQ(error_of([&] { config->tiny = 1000; }),
            "tiny: expected signed char, found 1000 (out of range of signed char)");
  EXPECT_EQ(error_of([&] { config["small"] = -1; }),
            "small: expected unsigned int, found -1 (out of range of unsigned int)");
  EXPECT_EQ(error_of([&] { config["small"] = 1.5; }),
            "small: expected unsigned int, found 1.5 (it would lose its fraction)");
  EXPECT_EQ(error_of([&] { config["flag"] = 1; }), "flag: expected bool, found 1");
  EXPECT_EQ(error_of([&] { config["text"] = 1; }), "text: expected std::string, found 1");
  EXPECT_EQ(error_of([&] { config["mood"] = "wyld"; }),
            "mood: expected zoo::Mood, found \"wyld\" (did you mean `wild`?)");
  EXPECT_EQ(error_of([&] { config["txet"] = ""; }), "zoo::Everything has no argument `txet`; did you mean `text`?");
  EXPECT_EQ(error_of([&] { config["numbers"] = std::vector<std::string>{"a"}; }),
            "numbers[0]: expected double, found \"a\"");
  EXPECT_TRUE(config == before);
  config["mood"] = "wild";
  EXPECT_TRUE(config->mood == zoo::Mood::wild);
  config["date"] = "2001-01-01";
  EXPECT_EQ(config["date"].as<zoo::Date>(), zoo::Date{2001});
}

TEST(Edit, ADefaultBecomesAnArgumentWhenItIsChanged) {
  Config<zoo::Room> room({.fixed = Config<zoo::Fixed>({.number = 1}), .other = Config<zoo::Fixed>({.number = 1})});
  EXPECT_EQ(room->fussy.size(), 0U);
  EXPECT_EQ(run::to_yaml(room).find("fussy"), std::string::npos);
  room->fussy.push_back(Config<zoo::Fussy>({.number = 4}));
  EXPECT_EQ(run::build(room).fussy(), 1U);
  room->fussy[0]->number = 5;
  EXPECT_EQ(room["fussy"][0]["number"].as<int>(), 5);
  room["fussy"].reset();
  EXPECT_EQ(run::build(room).fussy(), 0U);
}

TEST(Edit, Maps) {
  Config<zoo::Everything> config;
  config->leaves["a"] = Config<zoo::Leaf>({.size = 1});
  config["leaves"]["b"] = Config<zoo::Leaf>({.size = 2});
  config->leaves["b"]->weight = 4.0;
  EXPECT_EQ(config["leaves"]["a"]["size"].as<int>(), 1);
  EXPECT_EQ(config->leaves.size(), 2U);
  EXPECT_EQ(run::build(config).leaves.at("b"), (zoo::Leaf{.size = 2, .weight = 4.0}));
  EXPECT_THROW((void)config["leaves"]["c"].as<zoo::Leaf>(), run::Error);
  EXPECT_EQ(config->leaves.size(), 2U);
}

TEST(Edit, OfEntriesWithOneKeyTheFirstStays) {
  const Config<zoo::Everything> config(
      {.leaves = {
           {"a", Config<zoo::Leaf>({.size = 1})}, {"b", Config<zoo::Leaf>()}, {"a", Config<zoo::Leaf>({.size = 2})}}});
  EXPECT_EQ(config->leaves.size(), 2U);
  EXPECT_EQ(run::build(config).leaves.at("a").size, 1);
  EXPECT_TRUE(run::from_yaml<zoo::Everything>(run::to_yaml(config)) == config);
}

TEST(Edit, WhatCppLeavesUndefinedIsAnError) {
  Config<zoo::Leaf> leaf({.size = std::numeric_limits<int>::max()});
  EXPECT_EQ(error_of([&] { leaf->size += 1; }), "size: 2147483647 + 1 is out of the range of its type");
  EXPECT_EQ(error_of([&] { ++leaf->size; }), "size: 2147483647 + 1 is out of the range of its type");
  EXPECT_EQ(error_of([&] { leaf->size *= 2; }), "size: 2147483647 * 2 is out of the range of its type");
  EXPECT_EQ(error_of([&] { leaf->size /= 0; }), "size: 2147483647 / 0 divides by zero");
  EXPECT_EQ(error_of([&] { leaf->size %= 0; }), "size: 2147483647 % 0 divides by zero");
  EXPECT_EQ(error_of([&] { leaf->size <<= 32; }), "size: 2147483647 << 32 shifts by more than its type has bits");
  EXPECT_EQ(error_of([&] { leaf->size >>= -1; }), "size: 2147483647 >> -1 shifts by more than its type has bits");
  leaf->size = std::numeric_limits<int>::min();
  EXPECT_EQ(error_of([&] { leaf->size /= -1; }), "size: -2147483648 / -1 is out of the range of its type");
  EXPECT_EQ(leaf->size.get(), std::numeric_limits<int>::min());
}

TEST(Edit, Operators) {
  Config<zoo::Leaf> leaf;
  leaf->size += 4;
  leaf->size *= 2;
  EXPECT_TRUE(leaf->size == 14 && leaf->size > 3 && leaf->size <= 14U && 14 == leaf->size);
  ++leaf->size;
  EXPECT_EQ(leaf->size--, 15);
  leaf->weight = leaf->size / 4 + leaf->weight;
  EXPECT_EQ(leaf->weight, 3.5);
  leaf->size <<= 1;
  leaf->size %= 5;
  EXPECT_EQ(leaf->size.get(), 3);
  EXPECT_THROW(leaf->size *= 2'000'000'000LL, run::Error);
  Config<zoo::Everything> config;
  config->small = 1U;
  EXPECT_EQ(config->small -= 2, ~0U);  // as C++ says it
  config->text += "more";
  EXPECT_EQ(config->text, "textmore");
  EXPECT_EQ("<" + config->text + ">", "<textmore>");
}

TEST(Copy, IsDeepAndKeepsSharing) {
  run::Shared<zoo::Twin> low;
  Config<zoo::Twin> high({.left = low, .right = low});
  Config<zoo::Twin> copy = high;
  EXPECT_TRUE(copy == high);
  copy->left->left = run::Config<zoo::Twin>();
  EXPECT_FALSE(copy == high);
  const zoo::Twin twin = run::build(copy);
  EXPECT_EQ(twin.left(), twin.right());
  EXPECT_NE(twin.right()->left(), nullptr);
}

TEST(Copy, AnArgumentKeepsTheSharingThatASharedNames) {
  run::Shared<zoo::Twin> low;
  const Config<zoo::Twin> middle({.left = low});
  const Config<zoo::Twin> high({.left = middle, .right = low});
  const zoo::Twin twin = run::build(high);
  EXPECT_EQ(twin.left()->left(), twin.right());
}

TEST(Compare, SharingCounts) {
  run::Shared<zoo::Twin> low;
  EXPECT_FALSE(Config<zoo::Twin>({.left = low, .right = low}) ==
               Config<zoo::Twin>({.left = Config<zoo::Twin>(), .right = Config<zoo::Twin>()}));
  EXPECT_TRUE(Config<zoo::Leaf>({.size = 3}) == Config<zoo::Leaf>());
  EXPECT_FALSE(Config<zoo::Leaf>({.size = 4}) == Config<zoo::Leaf>());
}

TEST(Broadcast, SuggestsAndChangesNothingOnErrors) {
  Config<zoo::Room> room({.fixed = Config<zoo::Fixed>({.number = 1}), .other = Config<zoo::Fixed>({.number = 2})});
  EXPECT_EQ(error_of([&] { room.broadcast("numbr", 3); }), "no node has an argument `numbr`; did you mean `number`?");
  EXPECT_EQ(error_of([&] { room.broadcast("number", "x"); }), "fixed.number: expected int, found \"x\"");
  EXPECT_EQ(room.broadcast("number", 3), 2);
  EXPECT_EQ(run::build(room).sum(), 33);
}

TEST(Config, ConvertsByBuilding) {
  const zoo::Leaf leaf = Config<zoo::Leaf>({.size = 8});
  EXPECT_EQ(leaf.size, 8);
  const std::unique_ptr<zoo::Leaf> owned = Config<zoo::Leaf>({.size = 9});
  EXPECT_EQ(owned->size, 9);
  Config<zoo::Leaf> from;
  const Config<zoo::Leaf> to = std::move(from);
  EXPECT_THROW(run::build(from), run::Error);
}

TEST(Container, Roots) {
  Config<std::vector<zoo::Leaf>> list({Config<zoo::Leaf>({.size = 1}), Config<zoo::Leaf>()});
  list.push_back(Config<zoo::Leaf>({.size = 5}));
  list[0]->size = 2;
  EXPECT_EQ(run::build(list), (std::vector<zoo::Leaf>{{.size = 2}, {}, {.size = 5}}));
  EXPECT_TRUE(run::from_yaml<std::vector<zoo::Leaf>>(run::to_yaml(list)) == list);
  list.push_back({});
  list.insert(0, {});
  list.resize(6);
  list[-1]->size = 6;
  list[-2]->size = 7;
  EXPECT_EQ(run::build(list), (std::vector<zoo::Leaf>{{}, {.size = 2}, {}, {.size = 5}, {.size = 7}, {.size = 6}}));
  list = Config<std::vector<zoo::Leaf>>({{}, Config<zoo::Leaf>({.size = 3})});
  EXPECT_EQ(run::build(list), (std::vector<zoo::Leaf>{{}, {.size = 3}}));
  Config<std::map<std::string, zoo::Leaf>> map;
  map["a"] = Config<zoo::Leaf>({.size = 7});
  EXPECT_EQ(run::build(map).at("a").size, 7);
}

}  // namespace
