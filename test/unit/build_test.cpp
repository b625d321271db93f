// run::build: what it makes, in which order, and what it says when it cannot.
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "targets.h"

namespace guild {

struct Member {
  int rank = 1;
};
struct Ledger {
  int pages[64] = {};
};
/// Larger than a Member, which is not at its beginning.
struct Smith : Ledger, Member {
  int hammers = 2;
};
inline std::unique_ptr<Member> join(int rank) { return std::make_unique<Member>(Member{rank}); }

}  // namespace guild

template <>
struct run::Target<::guild::Member> {
  static constexpr ::std::string_view name = "guild::Member";
  struct Args {
    ::run::Arg<int> rank{};
  };
  static constexpr ::run::Parameter parameters[] = {::run::field<int>("rank")};
  static ::guild::Member build(::run::Built&) { return {}; }
  static void set(::guild::Member& object, ::std::size_t, ::run::Built& args) { object.rank = args.get<int>(0); }
};
template <>
struct run::Target<::guild::Smith> {
  static constexpr ::std::string_view name = "guild::Smith";
  struct Args {
    ::run::Arg<int> hammers{};
    ::run::Arg<int> rank{};
  };
  using Bases = ::run::Bases<::guild::Member>;
  static constexpr ::run::Parameter parameters[] = {::run::field<int>("hammers"), ::run::field<int>("rank")};
  static ::guild::Smith build(::run::Built&) { return {}; }
  static void set(::guild::Smith& object, ::std::size_t parameter, ::run::Built& args) {
    (parameter == 0 ? object.hammers : object.rank) = args.get<int>(parameter);
  }
};
template <>
struct run::Target<::run::Fn<&::guild::join>> {
  static constexpr ::std::string_view name = "guild::join";
  struct Args {
    ::run::Arg<int> rank{};
  };
  static constexpr ::run::Parameter parameters[] = {::run::parameter<int>("rank")};
  static ::std::unique_ptr<::guild::Member> build(::run::Built& args) { return ::guild::join(args.get<int>(0)); }
};
template <>
inline const bool run::registered<::guild::Smith> = ::run::register_target<::guild::Smith>();
template <>
inline const bool run::registered<::run::Fn<&::guild::join>> = ::run::register_target<::run::Fn<&::guild::join>>();

namespace {

using run::Config;

TEST(Build, LeavesDefaultsToTheCallee) {
  EXPECT_EQ(run::build(Config<zoo::Leaf>()), zoo::Leaf{});
  EXPECT_EQ(run::build(run::config<zoo::sum>({.a = 2})), 42);
  EXPECT_EQ(run::build(run::config<&zoo::sum>({.a = 2, .b = 3})), 5);
}

TEST(Build, AMissingArgumentIsNamed) {
  try {
    (void)run::build(Config<zoo::Owner>({.leaf = Config<zoo::Leaf>()}));
    run::build(Config<zoo::Link>({.next = Config<zoo::Link>()}));
    FAIL();
  } catch (const run::BuildError& error) {
    EXPECT_NE(std::string(error.what()).find("argument `number` has no value"), std::string::npos) << error.what();
    EXPECT_EQ(error.path(), "next");
    EXPECT_EQ(error.target(), "zoo::Link");
  }
}

TEST(Build, AnExceptionArrivesNestedWithItsPath) {
  const Config<zoo::Room> room({.fixed = Config<zoo::Fixed>({.number = 1}),
                                .other = Config<zoo::Fixed>({.number = 1}),
                                .fussy = {Config<zoo::Fussy>({.number = 1}), Config<zoo::Fussy>({.number = -1})}});
  try {
    run::build(room);
    FAIL();
  } catch (const run::BuildError& error) {
    EXPECT_EQ(error.path(), "fussy[1]");
    EXPECT_EQ(error.target(), "zoo::Fussy");
    EXPECT_NE(std::string(error.where().file).find("build_test.cpp"), std::string::npos);
    EXPECT_THROW(std::rethrow_if_nested(error), std::invalid_argument);
  }
}

TEST(Build, WhatCannotMoveIsBuiltInPlace) {
  Config<zoo::Room> room({.fixed = Config<zoo::Fixed>({.number = 1}), .other = Config<zoo::Fixed>({.number = 2})});
  EXPECT_EQ(run::build(room).sum(), 21);
  EXPECT_EQ(run::build(Config<zoo::Fixed>({.number = 5})).number(), 5);
  EXPECT_EQ(run::build<std::unique_ptr<zoo::Fixed>>(Config<zoo::Fixed>({.number = 6}))->number(), 6);
}

TEST(Build, ASharedNodeIsBuiltOnce) {
  const run::Shared<zoo::Twin> low;
  const Config<zoo::Twin> high({.left = low, .right = low});
  zoo::twins_made = 0;
  const zoo::Twin twin = run::build(high);
  EXPECT_EQ(twin.left(), twin.right());
  EXPECT_EQ(zoo::twins_made, 2);
}

TEST(Build, OverloadsByTheTypeOfTheArgument) {
  EXPECT_EQ(run::build(Config<zoo::Shape>({.shape = 5})).sides(), 5);
  EXPECT_EQ(run::build(Config<zoo::Shape>({.shape = "square"})).sides(), 4);
  Config<zoo::Shape> shape({.shape = 5});
  shape["shape"] = "square";
  EXPECT_EQ(run::build(shape).sides(), 4);
  EXPECT_EQ(shape->shape.as<std::string>(), "square");
}

TEST(Build, SettersAndFieldsInTheirOrder) {
  Config<zoo::Shape> shape({.shape = 3, .label = "a", .colour = 2});
  EXPECT_EQ(run::build(shape).labels(), "a;");
  EXPECT_EQ(run::build(shape).colour, 2);
  EXPECT_EQ(run::build<std::shared_ptr<zoo::Shape>>(shape)->colour, 2);
}

TEST(Build, AnOwningResultIsAdopted) {
  EXPECT_EQ(run::build(Config<zoo::Owner>({.leaf = run::config<zoo::leaf_or_null>({.make = true})})).size(), 3);
  EXPECT_EQ(run::build(Config<zoo::Owner>({.leaf = run::config<zoo::leaf_or_null>({.make = false})})).size(), -1);
  EXPECT_EQ(run::build(Config<zoo::Owner>({.leaf = nullptr})).size(), -1);
}

TEST(Build, AFinishedMoveOnlyObjectIsUsedOnce) {
  const Config<zoo::Owner> owner({.leaf = std::make_unique<zoo::Leaf>(zoo::Leaf{.size = 8})});
  EXPECT_EQ(run::build(owner).size(), 8);
  EXPECT_THROW(run::build(owner), run::BuildError);
}

TEST(Build, AResultIsAnArgument) {
  const Config<run::Fn<&zoo::sum>> nested({.a = run::config<zoo::twice>({.x = 4}), .b = 1});
  EXPECT_EQ(run::build(nested), 9);
}

TEST(Build, EveryKindOfArgument) {
  Config<zoo::Everything> config({.flag = true,
                                  .letter = 'x',
                                  .tiny = -5,
                                  .small = 7,
                                  .large = ~std::uint64_t{0},
                                  .narrow = 0.25,
                                  .text = std::string_view("t"),
                                  .view = "v",
                                  .chars = "c",
                                  .mood = zoo::Mood::wild,
                                  .maybe = 4,
                                  .numbers = {1, 2.5},
                                  .leaves = {{"a", Config<zoo::Leaf>({.size = 1})}},
                                  .both = {3, "three"},
                                  .either = "text",
                                  .function = &zoo::twice,
                                  .date = zoo::Date{1999}});
  const zoo::Everything made = run::build(config);
  EXPECT_TRUE(made.flag);
  EXPECT_EQ(made.letter, 'x');
  EXPECT_EQ(made.tiny, -5);
  EXPECT_EQ(made.large, ~std::uint64_t{0});
  EXPECT_EQ(made.text, "t");
  EXPECT_EQ(made.view, "v");
  EXPECT_STREQ(made.chars, "c");
  EXPECT_EQ(made.mood, zoo::Mood::wild);
  EXPECT_EQ(made.maybe, 4);
  EXPECT_EQ(made.numbers, (std::vector<double>{1, 2.5}));
  EXPECT_EQ(made.leaves.at("a").size, 1);
  EXPECT_EQ(made.both, (std::pair<int, std::string>(3, "three")));
  EXPECT_EQ(std::get<std::string>(made.either), "text");
  EXPECT_EQ(made.function(4), 8);
  EXPECT_EQ(made.date, zoo::Date{1999});

  const auto read = run::from_yaml<zoo::Everything>(run::to_yaml(config));
  EXPECT_TRUE(read == config) << run::to_yaml(config) << run::to_yaml(read);
  config->either = Config<zoo::Leaf>({.size = 9});
  EXPECT_EQ(std::get<zoo::Leaf>(run::build(config).either).size, 9);
  config->maybe = nullptr;
  EXPECT_FALSE(run::build(config).maybe.has_value());
}

TEST(Build, AlternativesWithinAlternatives) {
  using Part = std::variant<zoo::Leaf, int>;
  using Whole = std::variant<int, std::vector<Part>, double, std::vector<std::optional<Part>>>;
  Config<std::vector<Whole>> all;
  all.push_back(Config<std::vector<Part>>({Config<zoo::Leaf>({.size = 4}), 5}));
  all.push_back(6);
  all.push_back(Config<std::vector<std::optional<Part>>>({Config<zoo::Leaf>({.size = 7}), nullptr}));
  all.push_back(2.5);
  const std::vector<Whole> built = run::build(all);
  EXPECT_EQ(std::get<zoo::Leaf>(std::get<1>(built[0])[0]).size, 4);
  EXPECT_EQ(std::get<int>(std::get<1>(built[0])[1]), 5);
  EXPECT_EQ(built[1], Whole(6));
  EXPECT_EQ(std::get<3>(built[2]).size(), 2u);
  EXPECT_EQ(built[3], Whole(2.5));
  EXPECT_EQ((run::build(run::from_yaml<std::vector<Whole>>(run::to_yaml(all)))), built);
}

TEST(Build, AlternativesOfPlainValues) {
  using Any = std::variant<bool, float, double, int, long, char, std::string, std::vector<int>, std::set<int>>;
  const std::vector<Any> given{
      0.5f, 0.25, 7, 8L, 'c', std::string("c"), true, std::vector<int>{2, 1}, std::set<int>{1, 2}};
  const Config<std::vector<Any>> all(given);
  EXPECT_EQ(run::build(all), given);
  const auto copy = all;
  EXPECT_EQ(run::build(copy), given);
  Config<std::vector<Any>> set;
  for (const Any& one : given) set.push_back(one);
  set[4] = 'd';
  EXPECT_EQ(run::build(set)[4], Any('d'));
  set[0] = 1L << 40;
  EXPECT_EQ(run::build(set)[0], Any(1L << 40));
  // What a file could not tell from another alternative is not written.
  const Config<std::vector<Any>> first({Any(0.5f), Any(7), Any("text"), Any(true)});
  EXPECT_TRUE((run::from_yaml<std::vector<Any>>(run::to_yaml(first)) == first));
  EXPECT_THROW(run::to_yaml(all), run::Error);
}

TEST(Partial, TakesTheRestByNameOrInOrder) {
  const auto call = run::build(run::partial<zoo::sum>());
  EXPECT_EQ(call({.a = 1, .b = 2}), 3);
  EXPECT_EQ(call(2), 42);
  EXPECT_EQ(call(2, 3), 5);
  const std::function<int(int)> function = call;
  EXPECT_EQ(function(1), 41);
  EXPECT_THROW(call(1, 2, 3), run::Error);
  EXPECT_THROW(call("one"), run::Error);
  EXPECT_THROW(call(), run::BuildError);
}

// A file may say a class that derives from the one that is wanted, or a function that gives that in a holder.
TEST(Partial, OfADerivedClassOrAHolderGivesTheClass) {
  EXPECT_TRUE(run::registered<guild::Smith> && run::registered<run::Fn<&guild::join>>);
  const auto read = [](const std::string& text) {
    return run::build(run::from_yaml<run::Partial<guild::Member>>("_partial_: true\n_target_: " + text));
  };
  const auto smith = read("guild::Smith");
  EXPECT_EQ(smith().rank, 1);
  EXPECT_EQ(smith({.rank = 5}).rank, 5);
  const auto join = read("guild::join");
  EXPECT_EQ(join(7).rank, 7);
  EXPECT_THROW(join({.rank = 6}), run::Error);  // a member of the class, and a parameter of the function
}

TEST(Partial, AMoveOnlyArgumentServesOneCall) {
  const auto call = run::build(run::Partial<zoo::Owner>({.leaf = Config<zoo::Leaf>()}));
  EXPECT_EQ(call({.extra = 2}).extra(), 2);
  EXPECT_THROW(call(), run::BuildError);
  EXPECT_EQ(call({.leaf = Config<zoo::Leaf>({.size = 4})}).size(), 4);
}

}  // namespace
