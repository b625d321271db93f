// Graphs that are large, deep, or shared: every operation meets each node once, and none recurses. Several threads at
// once. And what becomes of objects while others are made.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "parts.h"
#include "targets.h"

namespace ward {

inline std::string events;

/// Notes when it is made and when it ends.
class Guest {
 public:
  explicit Guest(int number) : number_(number) {
    if (number < 0) throw std::runtime_error("not welcome");
    events += "+" + std::to_string(number);
  }
  Guest(Guest&& other) noexcept : number_(other.number_) { other.number_ = 0; }
  Guest& operator=(Guest&&) = delete;
  ~Guest() {
    if (number_ != 0) events += "-" + std::to_string(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

/// Looks at guests that others own.
class Host {
 public:
  Host(const Guest& first, const Guest& second) : first_(&first), second_(&second) { events += "+host"; }
  int sum() const { return first_->number() + second_->number(); }

 private:
  const Guest* first_;
  const Guest* second_;
};

inline int count(const Host& host, Guest guest) {
  events += "+count";
  return host.sum() + guest.number();
}

/// Comes alone, or brings guest 9.
class Pair {
 public:
  Pair(int number, Guest other) : number_(number), other_(std::move(other)) {
    events += "+pair" + std::to_string(number);
  }
  int sum() const { return number_ + other_.number(); }

 private:
  int number_;
  Guest other_;
};

inline int seat(const Host& host, std::vector<Guest> guests, const std::vector<Pair>& pairs,
                std::vector<std::unique_ptr<Guest>> owned) {
  events += "+seat";
  int sum = host.sum();
  for (const Guest& guest : guests) sum = 10 * sum + guest.number();
  for (const Pair& pair : pairs) sum = 10 * sum + pair.sum();
  for (const auto& guest : owned) sum = 10 * sum + guest->number();
  return sum;
}

}  // namespace ward

template <>
struct run::Target<::ward::Guest> {
  static constexpr ::std::string_view name = "ward::Guest";
  struct Args {
    ::run::Arg<int> number{};
  };
  static constexpr ::run::Parameter parameters[] = {::run::parameter<int>("number")};
  static ::ward::Guest build(::run::Built& args) {
    static constexpr ::run::CallForms<1, 1> forms{{0}};
    switch (args.choose(forms)) {
      default:
        return ::ward::Guest(args.get<int>(0));
    }
  }
};
template <>
struct run::Target<::ward::Host> {
  static constexpr ::std::string_view name = "ward::Host";
  struct Args {
    ::run::Arg<::ward::Guest> first{};
    ::run::Arg<::ward::Guest> second{};
  };
  static constexpr ::run::Parameter parameters[] = {::run::parameter<::ward::Guest>("first"),
                                                    ::run::parameter<::ward::Guest>("second")};
  static ::ward::Host build(::run::Built& args) {
    static constexpr ::run::CallForms<1, 2> forms{{0, 1}};
    switch (args.choose(forms)) {
      default:
        return ::ward::Host(args.get<const ::ward::Guest&>(0), args.get<const ::ward::Guest&>(1));
    }
  }
};
template <>
struct run::Target<::ward::Pair> {
  static constexpr ::std::string_view name = "ward::Pair";
  struct Args {
    ::run::Arg<int> number{};
    ::run::Arg<::ward::Guest> other{};
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<int>("number"),
      ::run::parameter<::ward::Guest>(
          "other", {.text = "Guest(9)",
                    .value = [] { return ::run::value<::ward::Guest>(::run::Config<::ward::Guest>({.number = 9})); }})};
  static ::ward::Pair build(::run::Built& args) { return ::ward::Pair(args.get<int>(0), args.get<::ward::Guest>(1)); }
};
template <>
struct run::Target<::run::Fn<&::ward::seat>> {
  static constexpr ::std::string_view name = "ward::seat";
  struct Args {
    ::run::Arg<::ward::Host> host{};
    ::run::Arg<::std::vector<::ward::Guest>> guests{};
    ::run::Arg<::std::vector<::ward::Pair>> pairs{};
    ::run::Arg<::std::vector<::std::unique_ptr<::ward::Guest>>> owned{};
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::ward::Host>("host"), ::run::parameter<::std::vector<::ward::Guest>>("guests"),
      ::run::parameter<::std::vector<::ward::Pair>>("pairs"),
      ::run::parameter<::std::vector<::std::unique_ptr<::ward::Guest>>>("owned")};
  static int build(::run::Built& args) {
    // In the opposite order, as compilers may.
    auto owned = args.get<::std::vector<::std::unique_ptr<::ward::Guest>>>(3);
    auto pairs = args.get<::std::vector<::ward::Pair>>(2);
    auto guests = args.get<::std::vector<::ward::Guest>>(1);
    return ::ward::seat(args.get<const ::ward::Host&>(0), ::std::move(guests), pairs, ::std::move(owned));
  }
};
template <>
struct run::Target<::run::Fn<&::ward::count>> {
  static constexpr ::std::string_view name = "ward::count";
  struct Args {
    ::run::Arg<::ward::Host> host{};
    ::run::Arg<::ward::Guest> guest{};
  };
  static constexpr ::run::Parameter parameters[] = {::run::parameter<::ward::Host>("host"),
                                                    ::run::parameter<::ward::Guest>("guest")};
  static int build(::run::Built& args) {
    static constexpr ::run::CallForms<1, 2> forms{{0, 1}};
    switch (args.choose(forms)) {
      default:
        return ::ward::count(args.get<const ::ward::Host&>(0), args.get<::ward::Guest>(1));
    }
  }
};

namespace {

using run::Config;

TEST(Scale, AChainOfAnyLength) {
  constexpr int kLength = 200'000;
  Config<zoo::Link> chain({.number = 0});
  for (int i = 1; i < kLength; ++i) chain = Config<zoo::Link>({.number = i, .next = std::move(chain)});
  Config<zoo::Link> copy = chain;
  EXPECT_TRUE(copy == chain);
  EXPECT_EQ(copy.broadcast("number", 7), kLength);
  EXPECT_FALSE(copy == chain);
  EXPECT_EQ(copy.walk("number", [](auto node) { return node["number"].template as<int>() + 1; }), kLength);
  const auto built = run::build<std::unique_ptr<zoo::Link>>(copy);
  int length = 0;
  for (const zoo::Link* link = built.get(); link != nullptr; link = link->next()) length += link->number() == 8;
  EXPECT_EQ(length, kLength);
  EXPECT_THROW(run::to_yaml(copy), run::Error);
}

// 2^60 paths: what walks them does not come back.
TEST(Scale, ALadderOfSharedNodes) {
  constexpr int kRungs = 60;
  run::Shared<zoo::Twin> top;
  for (int i = 0; i < kRungs; ++i) top = run::Shared<zoo::Twin>({.left = top, .right = top});
  const Config<zoo::Twin> config = top;
  Config<zoo::Twin> copy = config;
  EXPECT_TRUE(copy == config);
  EXPECT_EQ(run::to_yaml(run::from_yaml<zoo::Twin>(run::to_yaml(copy))), run::to_yaml(config));
  zoo::twins_made = 0;
  const auto built = run::build<std::shared_ptr<zoo::Twin>>(top);
  EXPECT_EQ(zoo::twins_made, kRungs + 1);
  EXPECT_EQ(copy.walk("left", [](auto node) { return node["right"]; }), kRungs + 1);
}

TEST(Scale, ManyNodesOnOneLevel) {
  constexpr int kCount = 100'000;
  Config<std::vector<std::unique_ptr<zoo::Link>>> links;
  for (int i = 0; i < kCount; ++i) links.push_back(Config<zoo::Link>({.number = i}));
  const auto copy = links;
  EXPECT_TRUE(copy == links);
  EXPECT_EQ(links.broadcast("number", 1), kCount);
  const auto built = run::build(copy);
  ASSERT_EQ(built.size(), std::size_t{kCount});
  EXPECT_EQ(built.back()->number(), kCount - 1);
}

// A walk over the graph for each of them would take minutes.
TEST(Scale, ManyNodesAreNamedAndSet) {
  constexpr int kCount = 20'000;
  Config<std::vector<std::unique_ptr<zoo::Link>>> links;
  for (int i = 0; i < kCount; ++i) links.push_back(Config<zoo::Link>({.number = i}));
  auto selection = links.select<zoo::Link>();
  EXPECT_EQ(selection.set("number", 2), kCount);
  EXPECT_EQ(selection.paths().back(), "[" + std::to_string(kCount - 1) + "]");
  for (int i = 0; i < kCount; ++i) links.set("[" + std::to_string(i) + "].number", "3");
  for (int i = 0; i < kCount; ++i) links[i]["number"] += 1;
  EXPECT_EQ(links.back()->number, 4);
}

TEST(Scale, ManyNodesBecomeOthers) {
  constexpr int kCount = 20'000;
  Config<std::vector<std::shared_ptr<parts::Part>>> children;
  for (int i = 0; i < kCount; ++i) children.push_back(Config<parts::Part>({.name = "part", .weight = i}));
  Config<parts::Part> root({.name = "root", .children = std::move(children)});
  for (int i = 0; i < kCount; ++i) EXPECT_TRUE(root->children[i].retarget<parts::Wheel>().empty());
  root["children[1].radius"] = 2;
  EXPECT_EQ(root.select<parts::Wheel>().size(), std::size_t{kCount});
  const std::vector<run::Dropped> dropped = root.select<parts::Wheel>().retarget<parts::Part>();
  ASSERT_EQ(dropped.size(), 1U);
  EXPECT_EQ(dropped[0].name, "radius");
  EXPECT_TRUE(root.select<parts::Wheel>().empty());
  EXPECT_EQ(root.get<double>("children[-1].weight"), kCount - 1);
}

// What holds another one of them holds it still, whichever is changed first.
TEST(Scale, NodesOfOneAnotherBecomeOthers) {
  const run::Shared<parts::Part> low({.name = "low"});
  Config<parts::Part> root({.name = "root"});
  root["child"] = Config<parts::Part>({.name = "mid", .children = {low, low}, .child = low});
  EXPECT_TRUE(root.select<parts::Part>().retarget<parts::Wheel>().empty());
  const Config<parts::Wheel> wheel = run::from_yaml<parts::Wheel>(run::to_yaml(root));
  const parts::Wheel built = run::build(wheel);
  EXPECT_EQ(built.child->child, built.child->children[1]);
  EXPECT_NE(dynamic_cast<const parts::Wheel*>(built.child->child.get()), nullptr);
}

TEST(Scale, LargeMapsInAnyOrder) {
  constexpr int kCount = 20'000;
  const auto text_of = [](int key) { return std::to_string(key) + ": x\n"; };
  std::string rising;
  std::string falling;
  for (int i = 0; i < kCount; ++i) {
    rising += text_of(i);
    falling += text_of(kCount - 1 - i);
  }
  using Map = std::map<int, std::string>;
  const Config<Map> a = run::from_yaml<Map>(rising);
  const Config<Map> b = run::from_yaml<Map>(falling);
  EXPECT_TRUE(a == b);
  EXPECT_TRUE(run::diff(a, b).empty());
  Config<parts::Part> part({.name = "many"});
  part->ports = a;
  part["ports"] |= b;
  EXPECT_EQ(part->ports.size(), std::size_t{kCount});
  // Zero is one key, whatever its sign.
  EXPECT_THROW((run::from_yaml<std::map<double, int>>("0.0: 1\n-0.0: 2\n")), run::Error);
}

TEST(Scale, OneNodeTwiceIsNotTwoEqualNodes) {
  const run::Shared<zoo::Twin> low;
  const Config<zoo::Twin> once({.left = low, .right = low});
  const Config<zoo::Twin> twice({.left = Config<zoo::Twin>(), .right = Config<zoo::Twin>()});
  EXPECT_FALSE(once == twice);
  EXPECT_FALSE(twice == once);
  EXPECT_TRUE(once == Config<zoo::Twin>(once));
  // Another owner, outside of the graph, makes no difference.
  const Config<zoo::Twin> held({.left = run::Shared<zoo::Twin>(), .right = low});
  EXPECT_TRUE(held == twice);
  EXPECT_TRUE(twice == held);
}

TEST(Scale, SeveralThreadsReadOneConfiguration) {
  const Config<zoo::Room> room({.fixed = Config<zoo::Fixed>({.number = 1}),
                                .other = Config<zoo::Fixed>({.number = 2}),
                                .fussy = {Config<zoo::Fussy>({.number = 3}), Config<zoo::Fussy>({.number = 4})}});
  const run::Shared<zoo::Twin> low;
  const Config<zoo::Twin> twin({.left = low, .right = low});
  const Config<zoo::Everything> everything({.leaves = {{"a", Config<zoo::Leaf>({.size = 4})}}});
  const std::string yaml = run::to_yaml(everything);
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 50; ++round) {
        const Config<zoo::Everything> copy = everything;
        const Config<zoo::Everything> defaults;
        // Set here, and there the default: which is made when it is asked for.
        const Config<zoo::Everything> same({.small = 2U, .leaves = {{"a", Config<zoo::Leaf>({.size = 4})}}});
        if (!(same == everything) || !(everything == same)) ++wrong;
        if (!(copy == everything) || defaults == everything || run::to_yaml(everything) != yaml) ++wrong;
        if (run::build(room).sum() != 21 || run::build(everything).leaves.at("a").size != 4) ++wrong;
        if (!(Config<zoo::Twin>(twin) == twin)) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST(Scale, NodesEndOnAnyThread) {
  const auto many = [] {
    std::vector<Config<zoo::Everything>> configs;
    for (int i = 0; i < 3000; ++i)
      configs.push_back(Config<zoo::Everything>({.leaves = {{"a", Config<zoo::Leaf>({.size = i})}}}));
    return configs;
  };
  const auto is_whole = [](const std::vector<Config<zoo::Everything>>& configs) {
    for (std::size_t i = 0; i < configs.size(); i += 100)
      if (run::build(configs[i]).leaves.at("a").size != static_cast<int>(i)) return false;
    return true;
  };
  std::vector<Config<zoo::Everything>> theirs;
  std::vector<Config<zoo::Everything>> mine = many();
  std::thread([&] {
    theirs = many();
    many();  // some end where they began
    EXPECT_TRUE(is_whole(mine));
    mine.clear();
  }).join();
  mine = many();
  EXPECT_TRUE(is_whole(theirs));
  theirs.clear();
  EXPECT_TRUE(is_whole(mine));
  EXPECT_TRUE(is_whole(many()));
}

/// Builds what it holds when its thread ends.
struct Last {
  ~Last() {
    if (config) *size = run::build(*config).leaves.at("a").size;
  }
  std::optional<Config<zoo::Everything>> config;
  int* size = nullptr;
};

TEST(Scale, AThreadsLastObjectsBuildAndEnd) {
  int size = 0;
  std::thread([&] {
    static thread_local Last last;  // before the library has anything of this thread's: it ends after that
    last.size = &size;
    for (int i = 0; i < 100; ++i) {
      Config<zoo::Everything> config({.leaves = {{"a", Config<zoo::Leaf>({.size = i})}}});
      EXPECT_EQ(run::build(config).leaves.at("a").size, i);
      last.config = std::move(config);
    }
  }).join();
  EXPECT_EQ(size, 99);
}

/// What `seat` takes: where some are empty, others are the last that hold anything.
auto seating(int guests, int pairs, int owned) {
  const auto guest = [](int number) { return Config<ward::Guest>({.number = number}); };
  Config<std::vector<ward::Guest>> by_value;
  for (int i = 0; i < guests; ++i) by_value.push_back(guest(3 + i));
  Config<std::vector<ward::Pair>> all_pairs;
  for (int i = 0; i < pairs; ++i) all_pairs.push_back(Config<ward::Pair>({.number = 5 + i}));
  Config<std::vector<std::unique_ptr<ward::Guest>>> by_pointer;
  for (int i = 0; i < owned; ++i) by_pointer.push_back(guest(7 + i));
  return run::config<ward::seat>({.host = Config<ward::Host>({.first = guest(1), .second = guest(2)}),
                                  .guests = std::move(by_value),
                                  .pairs = std::move(all_pairs),
                                  .owned = std::move(by_pointer)});
}

TEST(Scale, ElementsAreMadeInTheirOrderAndBeforeTheirOwner) {
  const auto made = [](const auto& config) {
    ward::events.clear();
    const int sum = run::build(config);
    std::string alone;  // without the ends
    for (std::size_t at = 0; at < ward::events.size(); at = ward::events.find_first_of("+-", at + 1)) {
      const std::size_t end = std::min(ward::events.find_first_of("+-", at + 1), ward::events.size());
      if (ward::events[at] == '+') alone += ward::events.substr(at, end - at);
      if (end == ward::events.size()) break;
    }
    return alone + "=" + std::to_string(sum);
  };
  EXPECT_EQ(made(seating(2, 0, 0)), "+1+2+host+3+4+seat=334");
  EXPECT_EQ(made(seating(0, 2, 0)), "+1+2+host+9+pair5+9+pair6+seat=" + std::to_string(3 * 100 + 14 * 10 + 15));
  EXPECT_EQ(made(seating(2, 0, 2)), "+1+2+host+3+4+7+8+seat=33478");
  EXPECT_EQ(made(seating(1, 1, 1)), "+1+2+host+3+9+pair5+7+seat=" + std::to_string(33 * 100 + 14 * 10 + 7));
  // An error in one says where it is.
  auto bad = seating(2, 0, 2);
  bad["owned[1].number"] = -1;
  try {
    run::build(bad);
    FAIL();
  } catch (const run::BuildError& error) {
    EXPECT_EQ(error.path(), "owned[1]");
  }
  bad = seating(3, 0, 0);
  bad["guests[2].number"] = -1;
  try {
    run::build(bad);
    FAIL();
  } catch (const run::BuildError& error) {
    EXPECT_EQ(error.path(), "guests[2]");
  }
}

TEST(Scale, ElementsThatHoldOthersAreMadeBesideThoseThatDoNot) {
  auto config = seating(0, 3, 0);
  config["pairs[1].other"] = Config<ward::Guest>({.number = 4});
  ward::events.clear();
  EXPECT_EQ(run::build(config), 3 * 1000 + 14 * 100 + 10 * 10 + 16);
  EXPECT_TRUE(ward::events.starts_with("+1+2+host+9+pair5+4+pair6+9+pair7+seat")) << ward::events;
}

TEST(Scale, ObjectsLiveAsTheTemporariesOfOneExpression) {
  ward::events.clear();
  const auto config =
      run::config<ward::count>({.host = Config<ward::Host>({.first = Config<ward::Guest>({.number = 1}),
                                                            .second = Config<ward::Guest>({.number = 2})}),
                                .guest = Config<ward::Guest>({.number = 3})});
  EXPECT_EQ(run::build(config), 6);
  // In the order of the arguments; the host sees its guests until the last call is over.
  EXPECT_EQ(ward::events, "+1+2+host+3+count-3-2-1");
}

TEST(Scale, ObjectsEndWhereAnotherCannotBeMade) {
  ward::events.clear();
  const Config<ward::Host> host(
      {.first = Config<ward::Guest>({.number = 1}), .second = Config<ward::Guest>({.number = 2})});
  const Config<run::Fn<&ward::count>> count({.host = host, .guest = Config<ward::Guest>({.number = -1})});
  EXPECT_THROW(run::build(count), run::BuildError);
  EXPECT_EQ(ward::events, "+1+2+host-2-1");
}

}  // namespace
