// What is set of a container that a constructor makes: elements behind those that are there, or in their place.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parts.h"
#include "run/run.h"
#include "thrown.h"

namespace {

using parts::Part;

run::Config<Part> grown() {
  run::Config<Part> part({.name = "a"});
  part->sizes.appended().push_back(3);
  part->sizes.appended().push_back(4);
  part->children.appended().push_back(run::Config<Part>({.name = "child"}));
  return part;
}

TEST(Appended, IsPutBehindWhatIsThere) {
  const Part built = run::build(grown());
  EXPECT_EQ(built.sizes, (std::vector<int>{3, 4}));
  ASSERT_EQ(built.children.size(), 1u);
  EXPECT_EQ(built.children[0]->name, "child");
}

TEST(Appended, TravelsThroughFiles) {
  const run::Config<Part> part = grown();
  EXPECT_EQ(run::to_yaml(part),
            "_target_: parts::Part\nname: a\n"
            "sizes:\n  _target_: std::vector<int>\n  _in_place_: true\n  elements:\n    - 3\n    - 4\n"
            "children:\n  _target_: std::vector<std::shared_ptr<parts::Part>>\n  _in_place_: true\n"
            "  elements:\n    - _target_: parts::Part\n      name: child\n");
  EXPECT_EQ(run::from_yaml<Part>(run::to_yaml(part)), part);
  EXPECT_EQ(run::from_json<Part>(run::to_json(part)), part);
  EXPECT_EQ(run::from_toml<Part>(run::to_toml(part)), part);
  // The target is known by the argument's type.
  EXPECT_EQ(run::from_yaml<Part>(
                "_target_: parts::Part\nname: b\nsizes:\n  _in_place_: true\n  elements: [5]\n")["sizes.elements[0]"]
                .as<int>(),
            5);
}

TEST(Appended, IsEqualToItsCopyAndDiffers) {
  const run::Config<Part> part = grown();
  run::Config<Part> copy = part;
  EXPECT_EQ(copy, part);
  copy["sizes.elements[1]"] = 5;
  copy["children.elements[0].weight"] = 2.5;
  EXPECT_NE(copy, part);
  run::Config<Part> changed = part;
  run::apply(run::diff(part, copy), changed);
  EXPECT_EQ(changed, copy);
  run::Config<Part> plain({.name = "a"});
  plain->sizes = std::vector<int>{3, 4};
  EXPECT_NE(plain, part);
}

TEST(Appended, IsReplacedByTheWhole) {
  run::Config<Part> part = grown();
  part->sizes = std::vector<int>{1};
  EXPECT_EQ(run::build(part).sizes, std::vector<int>{1});
  part->sizes.appended().push_back(2);
  EXPECT_EQ(run::build(part).sizes, (std::vector<int>{1, 2}));
}

TEST(Appended, IsNotBegunByPushingBack) {
  run::Config<Part> part({.name = "b"});
  const std::string why =
      "sizes: its elements are made by a constructor: set it as a whole first, or add to them with `appended()`";
  EXPECT_EQ(error_of([&] { part->sizes.push_back(1); }), why);
  EXPECT_EQ(error_of([&] { part["sizes"].push_back(1); }), why);
  EXPECT_EQ(error_of([&] { part->sizes.insert(0, 1); }), why);
  EXPECT_FALSE(part.has("sizes"));
}

TEST(Appended, HasNoElementsAsAWhole) {
  run::Config<Part> part = grown();
  const std::string why =
      "sizes: its elements are made by a constructor, and only those that are set or added are known, as "
      "`sizes.elements`: read those, or set it as a whole first";
  EXPECT_EQ(error_of([&] { part->sizes.push_back(1); }), why);
  EXPECT_EQ(error_of([&] { part->sizes.get(); }), why);
  EXPECT_EQ(error_of([&] { part->sizes.size(); }), why);
  EXPECT_EQ(error_of([&] { part->sizes[0].get(); }), why);
  EXPECT_EQ(error_of([&] { part["sizes[0]"].as<int>(); }), why);
  EXPECT_EQ(error_of([&] { part["sizes"][0].as<int>(); }), why);
  EXPECT_EQ(error_of([&] { part.set("sizes[0]", "1"); }), why);
  EXPECT_EQ(error_of([&] { part["sizes"].as<std::vector<int>>(); }), why);
  EXPECT_EQ(error_of([&] { part.get<std::vector<int>>("sizes"); }), why);
  run::Config<Part> other({.name = "b"});
  EXPECT_EQ(error_of([&] { other->sizes = part->sizes; }),
            "sizes: only some of its elements are set: it has no value as a whole");
}

TEST(Appended, IsMadeInPlaceAlone) {
  const auto said = [](const std::string& sizes) {
    return error_of([&] { run::from_yaml<Part>("_target_: parts::Part\nname: a\nsizes:\n" + sizes); });
  };
  EXPECT_NE(said("  _target_: std::vector<int>\n  elements: [1]\n")
                .find("elements of a container are set where a constructor makes it: `_in_place_: true` is missing"),
            std::string::npos);
  EXPECT_NE(said("  _in_place_: true\n  elements: [x]\n").find("sizes.elements[0]: expected int"), std::string::npos);
}

run::Config<Part> replaced() {
  run::Config<Part> part({.name = "a"});
  part->sizes.in_place()[1] = 5;
  part->sizes.appended().push_back(3);
  part->sizes.appended().push_back(4);
  part->ports.in_place()[80] = "http";
  part->ports.in_place()[80] = "other";
  part->named.in_place()["b"] = run::Config<Part>({.name = "b"});
  part->named.in_place()["b"]->weight = 2;
  return part;
}

TEST(SetInPart, PutsElementsInThePlaceOfOthers) {
  const run::Config<Part> part = replaced();
  const Part built = run::build(part);
  EXPECT_EQ(built.sizes, (std::vector<int>{3, 5}));
  EXPECT_EQ(built.ports, (std::map<int, std::string>{{80, "other"}}));
  EXPECT_EQ(built.named.at("b")->weight, 2);
  EXPECT_EQ(part["sizes.at[1]"].as<int>(), 5);
}

TEST(SetInPart, TravelsThroughFiles) {
  const run::Config<Part> part = replaced();
  EXPECT_EQ(run::to_yaml(part),
            "_target_: parts::Part\nname: a\n"
            "sizes:\n  _target_: std::vector<int>\n  _in_place_: true\n  elements:\n    - 3\n    - 4\n"
            "  at:\n    1: 5\n"
            "ports:\n  _target_: std::map<int, std::string>\n  _in_place_: true\n  elements:\n    80: other\n"
            "named:\n  _target_: std::map<std::string, std::shared_ptr<parts::Part>>\n  _in_place_: true\n"
            "  elements:\n    b:\n      _target_: parts::Part\n      name: b\n      weight: 2.0\n");
  EXPECT_EQ(run::from_yaml<Part>(run::to_yaml(part)), part);
  EXPECT_EQ(run::from_json<Part>(run::to_json(part)), part);
  EXPECT_EQ(run::from_toml<Part>(run::to_toml(part)), part);
}

TEST(SetInPart, IsEqualToItsCopyAndDiffers) {
  const run::Config<Part> part = replaced();
  run::Config<Part> copy = part;
  EXPECT_EQ(copy, part);
  copy["sizes.at[1]"] = 6;
  copy["named.elements.b.weight"] = 2.5;
  EXPECT_NE(copy, part);
  run::Config<Part> changed = part;
  run::apply(run::diff(part, copy), changed);
  EXPECT_EQ(changed, copy);
}

TEST(SetInPart, MeansElementsThatThereAre) {
  run::Config<Part> part({.name = "a"});
  part->sizes.in_place()[3] = 5;
  EXPECT_EQ(error_of([&] { run::build(part); }),
            "sizes: std::vector<int>: there is no element [3]: the constructor makes 0");
  part->sizes = std::vector<int>{1};
  part->sizes.in_place()[0] = 6;
  part->sizes.appended().push_back(7);
  EXPECT_EQ(part->sizes.get(), (std::vector<int>{6, 7}));
  EXPECT_EQ(error_of([&] { part->sizes.in_place()[2] = 5; }), "sizes: there is no element [2]: it has 2");
}

TEST(Appended, AMapThatAConstructorMakesHasUnknownEntries) {
  run::Config<Part> part({.name = "a"});
  const std::string said =
      ": its entries are made by a constructor: set it as a whole first, as in {key: value}, or set some "
      "with `in_place()`";
  EXPECT_EQ(error_of([&] { part->ports[80] = "http"; }), "ports" + said);
  EXPECT_EQ(error_of([&] { part["ports"][80] = "http"; }), "ports" + said);
  EXPECT_EQ(error_of([&] { part.set("ports[80]", "http"); }), "ports" + said);
  EXPECT_EQ(error_of([&] { part->named["b"] = run::Config<Part>({.name = "b"}); }), "named" + said);
  EXPECT_EQ(error_of([&] { part["ports"].contains(80); }), "ports" + said);
  EXPECT_EQ(error_of([&] { part->ports.erase(80); }), "ports" + said);
  EXPECT_EQ(part, run::Config<Part>({.name = "a"}));
  part->ports = std::map<int, std::string>{};
  part->ports[80] = "http";
  EXPECT_TRUE(part["ports"].contains(80));
  part["ports"][81] = "other";
  part["ports"].erase(81);
  EXPECT_FALSE(part->ports.contains(81));
  EXPECT_EQ(run::build(part).ports.at(80), "http");
}

}  // namespace
