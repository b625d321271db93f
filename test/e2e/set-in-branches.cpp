// What one branch assigns as a whole and another does not: behind both, elements are set in what is there when the
// object is built, the recipe's own or the constructor's.
#include <run/run.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Point {
  int x = 0;
  int y = 1;
  bool operator==(const Point&) const = default;
};

class Mesh {
 public:
  explicit Mesh(int size) : names{"first", "second"}, weights{1, 2, size}, ids{{"a", size}}, axes{size, 2, 3} {}
  bool operator==(const Mesh&) const = default;

  std::vector<std::string> names;
  std::vector<int> weights;
  std::map<std::string, int> ids;
  std::array<int, 3> axes;
  std::vector<Point> points;
};

[[run::autoconvert(allow_control_flow)]] inline Mesh emptied(int n) {
  Mesh mesh(n);
  mesh.names.push_back("x");
  if (n == 1) mesh.names.clear();
  mesh.names.push_back("end");
  return mesh;
}

[[run::autoconvert(allow_control_flow)]] inline Mesh assigned(int n) {
  Mesh mesh(n);
  if (n == 1)
    mesh.names = {"z"};
  else
    mesh.names.push_back("y");
  mesh.names.push_back("end");
  return mesh;
}

[[run::autoconvert(allow_control_flow)]] inline Mesh entries(int n) {
  Mesh mesh(n);
  mesh.ids["b"] = 2;
  if (n == 1) mesh.ids.clear();
  if (n == 2) mesh.ids = {{"only", n}};
  mesh.ids["c"] = 3;
  mesh.ids.emplace("a", 4);
  return mesh;
}

[[run::autoconvert(allow_control_flow)]] inline Mesh elements(int n) {
  Mesh mesh(n);
  if (n == 1) mesh.weights = {4, 5};
  mesh.weights[0] = 7;
  if (n == 1) mesh.axes = {};
  mesh.axes[2] = 8;
  return mesh;
}

// What both set is known behind them.
[[run::autoconvert(allow_control_flow)]] inline Mesh in_both(int n) {
  Mesh mesh(n);
  if (n == 1) {
    mesh.points = {Point{4}};
    mesh.weights = {n};
  } else if (n == 2) {
    mesh.points = {Point{5}, Point{6}};
    mesh.weights = {n, n};
  } else {
    mesh.points = std::vector<Point>(3);
    mesh.weights = {};
    mesh.weights.push_back(9);
  }
  mesh.points[0].y = 4;
  mesh.weights[0] += 2;
  return mesh;
}

[[run::autoconvert(allow_control_flow)]] inline Mesh returned(int n) {
  Mesh mesh(n);
  if (n == 1) {
    mesh.weights = {1};
    return mesh;
  }
  mesh.weights.push_back(5);
  if (n != 2) {
    mesh.points = {Point{3}};
  } else {
    return mesh;
  }
  mesh.points[0].x = 6;
  return mesh;
}

[[run::autoconvert(allow_control_flow)]] inline Mesh looped(int n) {
  Mesh mesh(n);
  for (int i = 0; i < n; ++i) {
    mesh.names.push_back("x");
    if (i == 1) mesh.names.clear();
  }
  mesh.names.push_back("end");
  return mesh;
}

[[run::autoconvert(allow_control_flow)]] inline Mesh chosen(int n) {
  Mesh mesh(n);
  switch (n) {
    case 1:
      mesh.names = {"one"};
      break;
    case 2:
      mesh.names.clear();
      [[fallthrough]];
    default:
      mesh.names.push_back("more");
  }
  mesh.names.push_back("end");
  return mesh;
}

}  // namespace app

#include "set-in-branches.run.h"

int main() {
  for (const int n : {0, 1, 2, 4}) {
    CHECK(run::build(run::autoconvert<app::emptied>(n)) == app::emptied(n));
    CHECK(run::build(run::autoconvert<app::assigned>(n)) == app::assigned(n));
    CHECK(run::build(run::autoconvert<app::entries>(n)) == app::entries(n));
    CHECK(run::build(run::autoconvert<app::elements>(n)) == app::elements(n));
    CHECK(run::build(run::autoconvert<app::in_both>(n)) == app::in_both(n));
    CHECK(run::build(run::autoconvert<app::returned>(n)) == app::returned(n));
    CHECK(run::build(run::autoconvert<app::looped>(n)) == app::looped(n));
    CHECK(run::build(run::autoconvert<app::chosen>(n)) == app::chosen(n));
  }
  return check_result();
}
