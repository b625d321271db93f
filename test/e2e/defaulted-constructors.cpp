// The law for classes that are no aggregates only because they declare constructors as defaulted: what their members
// begin with is known, so lists in them grow, elements and members of members are set, and values are read.
#include <run/run.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Point {
  Point() = default;
  bool operator==(const Point&) const = default;
  int x = 1;
  int y = 2;
};

/// Cannot be copied, as its constructors say.
struct Tree {
  Tree() = default;
  Tree(const Tree&) = delete;
  Tree(Tree&&) = default;
  Tree& operator=(const Tree&) = delete;
  Tree& operator=(Tree&&) = default;
  ~Tree() = default;
  bool operator==(const Tree& o) const { return name == o.name && at == o.at && kids == o.kids && sizes == o.sizes; }
  std::string name = "tree";
  Point at;
  std::vector<Tree> kids;
  std::map<std::string, Point> points;
  std::vector<int> sizes = {1, 2};
};

struct Base {
  Base() = default;
  int level = 3;
  std::vector<Point> corners;
};
struct Derived : Base {
  Derived() = default;
  Derived(const Derived&) = default;
  bool operator==(const Derived& o) const { return level == o.level && corners == o.corners && own == o.own; }
  int own = 4;
};

/// A constructor of its own computes what its members begin with.
struct Computed {
  Computed() : size(7) {}
  bool operator==(const Computed&) const = default;
  int size = 1;
  int depth = 2;
};
struct Holds {
  Holds() = default;
  bool operator==(const Holds&) const = default;
  Computed part;
  int n = 0;
};

[[run::autoconvert]] Tree grown(int n) {
  Tree tree;
  tree.kids.emplace_back();
  tree.kids.back().name = "first";
  tree.kids.back().at.x = n;
  auto& second = tree.kids.emplace_back();
  second.kids.emplace_back();
  second.kids[0].at.y = tree.at.y * n;
  tree.points["a"].x = n;
  tree.sizes.push_back(n);
  tree.at.x += n;
  return tree;
}
[[run::autoconvert]] std::unique_ptr<Tree> held(int n) {
  auto tree = std::make_unique<Tree>();
  tree->kids.emplace_back();
  tree->kids.front().sizes = {n};
  tree->name += "!";
  return tree;
}
[[run::autoconvert]] Derived derived(int n) {
  Derived made;
  made.corners.emplace_back();
  made.corners.back().y = n + made.level;
  made.level = made.own;
  return made;
}
[[run::autoconvert]] Derived plain() { return Derived(); }
[[run::autoconvert]] Holds holds(int n) {
  Holds made = {};
  made.part.depth = n;
  made.n = made.n + 1;
  return made;
}

}  // namespace app

#include "defaulted-constructors.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::grown>(5)) == app::grown(5));
  CHECK(run::build(run::autoconvert<app::grown>(5)).points == app::grown(5).points);
  CHECK(*run::build<std::unique_ptr<app::Tree>>(run::autoconvert<app::held>(5)) == *app::held(5));
  CHECK(run::build(run::autoconvert<app::plain>()) == app::plain());
  CHECK(run::build(run::autoconvert<app::holds>(5)) == app::holds(5));
  CHECK(run::build(run::from_yaml<app::Tree>(run::to_yaml(run::autoconvert<app::grown>(5)))) == app::grown(5));
  auto cfg = run::autoconvert<app::grown>(5);
  cfg["kids[1].points"] = std::map<std::string, app::Point>{{"b", app::Point()}};
  CHECK(run::build(cfg).kids[1].points.size() == 1);
  CHECK(run::Config<app::Point>() == run::Config<app::Point>({.x = 1}));
  return check_result();
}
