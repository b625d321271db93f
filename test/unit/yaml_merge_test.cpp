// YAML 1.1's merge keys, as PyYAML and Hydra read them.
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "targets.h"
#include "thrown.h"

namespace {

using Leaves = std::map<std::string, zoo::Leaf>;
using Nested = std::map<std::string, Leaves>;
using Twins = std::map<std::string, std::shared_ptr<zoo::Twin>>;

Leaves leaves(const std::string& text) { return run::build(run::from_yaml<Leaves>(text)); }

template <class T>
std::string refusal(const std::string& text) {
  return error_of([&] { (void)run::from_yaml<T>(text); });
}

TEST(YamlMerge, OwnKeysWinOverMergedOnes) {
  const std::string base = "base: &base {_target_: zoo::Leaf, size: 7, weight: 2.5}\n";
  for (const std::string& own : {"own: {<<: *base, size: 8}\n", "own: {size: 8, <<: *base}\n",
                                 "own:\n  <<: *base\n  size: 8\n", "own:\n  size: 8\n  <<:\n    *base\n",
                                 "own: {<<: [*base], size: 8}\n", "own: {!!merge <<: *base, size: 8}\n"}) {
    const Leaves read = leaves(base + own);
    EXPECT_EQ(read.at("own"), (zoo::Leaf{.size = 8, .weight = 2.5})) << own;
    EXPECT_EQ(read.at("base"), (zoo::Leaf{.size = 7, .weight = 2.5})) << own;
  }
}

TEST(YamlMerge, OfSeveralTheFirstWins) {
  const Leaves read = leaves(
      "a: &a {size: 1}\n"
      "b: &b {size: 2, weight: 2.0}\n"
      "c: {<<: [*a, *b]}\n"
      "d: &d {<<: *b, size: 4}\n"  // what was merged into one is merged from it
      "e: {<<: [*d, {weight: 9.0}]}\n"
      "f: {<<: {<<: *a, weight: 3.0}}\n");
  EXPECT_EQ(read.at("c"), (zoo::Leaf{.size = 1, .weight = 2.0}));
  EXPECT_EQ(read.at("e"), (zoo::Leaf{.size = 4, .weight = 2.0}));
  EXPECT_EQ(read.at("f"), (zoo::Leaf{.size = 1, .weight = 3.0}));
}

TEST(YamlMerge, EntriesOfMapsAreMerged) {
  using Map = std::map<std::string, std::map<std::string, int>>;
  const Map read = run::build(run::from_yaml<Map>("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: {\"<<\": 4}\n"));
  EXPECT_EQ(read.at("b"), (std::map<std::string, int>{{"x", 1}, {"y", 3}}));
  EXPECT_EQ(read.at("c"), (std::map<std::string, int>{{"<<", 4}})) << "in quotes it is a key like others";
}

TEST(YamlMerge, CopiesWhatIsMergedWithItsSharing) {
  const Twins read =
      run::build(run::from_yaml<Twins>("base: &base\n"
                                       "  _target_: zoo::Twin\n"
                                       "  left: &low {_target_: zoo::Twin}\n"
                                       "  right: *low\n"
                                       "own: {<<: *base}\n"
                                       "last: {_target_: zoo::Twin, left: *low}\n"
                                       "outer: {_target_: zoo::Twin, left: &out {_target_: zoo::Twin}}\n"
                                       "link: &link {_target_: zoo::Twin, left: *out}\n"
                                       "more: {<<: *link}\n"));
  EXPECT_EQ(read.at("own")->left(), read.at("own")->right());
  EXPECT_NE(read.at("own")->left(), read.at("base")->left());
  EXPECT_EQ(read.at("last")->left(), read.at("base")->left());
  EXPECT_EQ(read.at("more")->left(), read.at("outer")->left()) << "an alias stays one";
}

TEST(YamlMerge, AnAnchorOfWhatIsMergedIntoIsItsOwn) {
  const Twins read =
      run::build(run::from_yaml<Twins>("base: &base {_target_: zoo::Twin}\n"
                                       "own: &own {<<: *base, left: {_target_: zoo::Twin}}\n"
                                       "again: {_target_: zoo::Twin, left: *own}\n"));
  EXPECT_EQ(read.at("again")->left(), read.at("own").get());
}

TEST(YamlMerge, PartsOfFilesFindWhatIsMergedElsewhere) {
  const std::string file = testing::TempDir() + "/merge.yaml";
  std::ofstream(file) << "base: &base {_target_: zoo::Leaf, size: 5}\nown: {<<: *base, weight: 1.5}\n";
  EXPECT_EQ(run::build(run::from_file<zoo::Leaf>(file + ":own")), (zoo::Leaf{.size = 5, .weight = 1.5}));
  EXPECT_EQ(run::build(run::from_file<zoo::Leaf>(file + ":own")).size, 5);
}

TEST(YamlMerge, ErrorsHaveTheirPlace) {
  EXPECT_EQ(refusal<Leaves>("a: {<<: 3}\n"),
            "<yaml>:1:9: `<<` takes a mapping, an alias of one, or a list of these, not `3`\n"
            "  a: {<<: 3}\n"
            "          ^");
  EXPECT_TRUE(refusal<Leaves>("a: &a [1]\nb: {<<: [*a]}\n").starts_with("<yaml>:2:10: `<<` takes a mapping"));
  EXPECT_TRUE(refusal<Leaves>("a: &a {<<: *a}\n").starts_with("<yaml>:1:12: it holds itself"));
  EXPECT_TRUE(refusal<Leaves>("a: &a {size: 1}\nb:\n  <<: *a\n  <<: *a\n")
                  .starts_with("<yaml>:4:3: `<<` is there twice, first in line 3: write a list, `<<: [*a, *b]`"));
  EXPECT_TRUE(
      refusal<Leaves>("a: &a {size: 1}\nb: {<<: *a, sise: 2}\n").starts_with("<yaml>:2:13: [b]: zoo::Leaf has no"));
  const std::string nested = "a: {n: &n {size: 1}}\nb: {x: {<<: *n, size: x}}\n";
  EXPECT_TRUE(refusal<Nested>(nested).starts_with("<yaml>:2:23: [b][x].size: expected int, found \"x\""));
  // Own keys that are there twice are an error as ever.
  EXPECT_TRUE(refusal<Leaves>("a: &a {size: 1}\nb: {<<: *a, size: 1, size: 2}\n").find("is there twice") !=
              std::string::npos);
}

TEST(YamlMerge, IsNoBomb) {
  std::string bomb = "a0: &a0 {x: 1}\n";
  for (int i = 1; i < 40; ++i) {
    const std::string last = "{<<: *a" + std::to_string(i - 1) + "}";
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " {x: " + last + ", y: " + last + "}\n";
  }
  EXPECT_NE(refusal<Leaves>(bomb).find("merge keys stand for too many values"), std::string::npos);
  std::string chain = "a0: &a0 {}\n";
  for (int i = 1; i < 100'000; ++i)
    chain += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " {<<: *a" + std::to_string(i - 1) + "}\n";
  EXPECT_EQ(leaves(chain).size(), 100'000U);
  std::string deep = "a0: &a0 {x: 1}\n";
  for (int i = 1; i < 1000; ++i)
    deep += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " {x: {<<: *a" + std::to_string(i - 1) + "}}\n";
  EXPECT_NE(refusal<Leaves>(deep).find("nested deeper than 480 levels"), std::string::npos);
}

}  // namespace
