// A configuration never holds itself: what would make it do so is refused where it is set, and nothing changes.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "parts.h"
#include "run/run.h"
#include "thrown.h"

namespace {

using parts::Part;
using Config = run::Config<Part>;
using Shared = run::Shared<Part>;

/// A part that holds one that is shared.
Config holding(const Shared& shared) { return Config({.name = "root", .child = shared}); }

constexpr const char* kItself = "a configuration cannot hold itself: what it is set to is `child`, in which it stands";

TEST(Cycle, OfOneNode) {
  const Shared shared({.name = "shared"});
  Config root = holding(shared);
  const Config before = root;
  EXPECT_EQ(error_of([&] { root["child.child"] = root["child"]; }), std::string("child.child: ") + kItself);
  EXPECT_EQ(error_of([&] { root->child->child = root->child; }), std::string("child.child: ") + kItself);
  EXPECT_EQ(error_of([&] { root->child->child = shared; }), std::string("child.child: ") + kItself);
  EXPECT_EQ(error_of([&] { root["child"]["child"] = shared; }), std::string("child.child: ") + kItself);
  EXPECT_EQ(error_of([&] { root->child.with({.child = shared}); }),
            "child: a configuration cannot hold itself, and with what is set this one would");
  EXPECT_EQ(error_of([&] {
              root["child"].with({{"child", shared}});
            }),
            "child: a configuration cannot hold itself, and with what is set this one would");
  EXPECT_EQ(error_of([&] { root.broadcast("child", shared); }),
            "child: a configuration cannot hold itself, and with what is set this one would");
  EXPECT_EQ(root, before);
  Shared alone({.name = "alone"});
  EXPECT_EQ(
      error_of([&] { alone->child = alone; }),
      "child: a configuration cannot hold itself: what it is set to is the whole, parts::Part, in which it stands");
  EXPECT_FALSE(alone.has("child"));
}

TEST(Cycle, ThroughContainers) {
  const Shared shared({.name = "shared"});
  Config root = holding(shared);
  root->child->children = std::vector<Shared>{};
  root["child.named"] = std::map<std::string, Shared>{};
  const Config before = root;
  EXPECT_EQ(error_of([&] { root->child->children.push_back(shared); }), std::string("child.children: ") + kItself);
  EXPECT_EQ(error_of([&] { root["child.children"].insert(0, shared); }), std::string("child.children: ") + kItself);
  EXPECT_EQ(error_of([&] { root->child->children.appended().push_back(shared); }),
            std::string("child.children: ") + kItself);
  EXPECT_EQ(error_of([&] { root->child->children = std::vector<Shared>{shared}; }),
            std::string("child.children: ") + kItself);
  EXPECT_EQ(error_of([&] { root["child.children"].replace(0, 0, std::vector<Shared>{shared}); }),
            std::string("child.children: ") + kItself);
  EXPECT_EQ(error_of([&] { root->child->named["a"] = shared; }), std::string("child.named[a]: ") + kItself);
  EXPECT_EQ(root, before);
  root->child->children.reset();
  EXPECT_EQ(error_of([&] { root->child->children.appended().push_back(shared); }),
            "child.children.elements: a configuration cannot hold itself: what it is set to holds `child.children`, in "
            "which it stands");
}

TEST(Cycle, OfSeveralNodes) {
  const Shared inner({.name = "inner"});
  const Shared outer({.name = "outer", .child = inner});
  Config root = holding(outer);
  const Config before = root;
  constexpr const char* kHeld =
      "child.child.child: a configuration cannot hold itself: what it is set to holds `child.child`, in which it "
      "stands";
  EXPECT_EQ(error_of([&] { root["child.child.child"] = outer; }), kHeld);
  EXPECT_EQ(error_of([&] { root["child.child.child"] = Config({.name = "between", .child = outer}); }), kHeld);
  EXPECT_EQ(root, before);
  // What is set at once closes one together: each of the two takes the other.
  const Shared left({.name = "left"});
  const Shared right({.name = "right"});
  Config both({.name = "both", .children = std::vector<Shared>{left, right}});
  both.broadcast("child", nullptr);
  EXPECT_EQ(error_of([&] {
              both.walk("child", [&](auto part) -> run::Value {
                const auto name = part["name"].template as<std::string>();
                return name == "both" ? run::Value(run::Value::Null{})
                                      : run::value<Shared>(name == "left" ? right : left);
              });
            }),
            "children[1]: a configuration cannot hold itself, and with what is set this one would");
}

TEST(Cycle, OfWhatWasMovedFrom) {
  Config root({.name = "root"});
  auto place = root["child"];
  EXPECT_EQ(
      error_of([&] { place = std::move(root); }),
      "child: a configuration cannot hold itself: what it is set to is the whole, parts::Part, in which it stands");
}

TEST(Cycle, CopiesAndSharingAreNone) {
  const Shared shared({.name = "shared"});
  Config root = holding(shared);
  root->child->child = Config(root);  // a copy, but for what is shared
  EXPECT_EQ(run::build(root).child->child->name, "root");
}

}  // namespace
