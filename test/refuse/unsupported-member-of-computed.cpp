// What a constructor's pointer points to, and what another recipe may have made, cannot be set in part.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <string>
#include <tuple>
#include <vector>

class Point {
 public:
  Point(float first, float second) : x(first), y(second) {}
  float x, y;
};

class Joint {
 public:
  Joint() : anchor(2, 3), held(std::make_unique<Point>(4, 5)) {}
  Point anchor;
  std::unique_ptr<Point> held;
};

[[run::autoconvert]] Joint joint(float n) {
  Joint made;
  made.anchor.x = n;
  // CHECK: :[[@LINE+1]]:3: error: the member 'x' lies in an object that a constructor computes: assign that object first [run-unsupported]
  made.held->x = n;
  return made;
}

[[run::autoconvert]] Joint whole(float n) {
  Joint made;
  made.anchor = Point(n, 1);
  made.anchor.x = n;
  return made;
}

// A recipe further down is one that nothing is known of.
Joint later(float n);

[[run::autoconvert]] Joint changed(float n) {
  Joint known = whole(n);
  known.anchor.y = n;
  Joint made = later(n);
  // CHECK: :[[@LINE+1]]:3: error: the member 'y' lies in an object that a constructor computes: assign that object first [run-unsupported]
  made.anchor.y = n;
  return made;
}

[[run::autoconvert]] Joint later(float n) { return whole(n); }

[[run::autoconvert]] Joint read(float n) {
  Joint made;
  made.anchor.x = n;
  Joint other;
  // CHECK: :[[@LINE+1]]:18: error: the member 'anchor' of 'made' gets its value from a constructor: it has none while the recipe is converted [run-value-of-configured]
  other.anchor = made.anchor;
  return other;
}

// The note names the container whose elements are not known, and a way that C++ has to its elements.
struct Plain {
  int k = 0;
};

class Shelf {
 public:
  Shelf() : name_("shelf") {}
  std::vector<Point> corners;
  std::vector<Point> points;
  std::tuple<Plain, int> counted{};

 private:
  std::string name_;
};

[[run::autoconvert]] Shelf shelf(float n) {
  std::vector<Shelf> shelves;
  shelves.push_back(Shelf());
  // CHECK: :[[@LINE+2]]:3: error: the member 'x' lies in an object that a constructor computes
  // CHECK: note: {{.*}}make the element as a local, change that, and add or assign it, 'shelves[].corners[…] = …'; or assign 'shelves[].corners' as a whole
  shelves.back().corners[0].x = n;
  Shelf shelf;
  shelf.points.push_back(Point(n, 1));
  // CHECK: :[[@LINE+2]]:3: error: the member 'x' lies in an object that a constructor computes
  // CHECK: note: {{.*}}add or assign it, 'shelf.points[…] = …'; or assign 'shelf.points' as a whole
  shelf.points.back().x = n;
  // CHECK: :[[@LINE+2]]:3: error: the member 'k' lies in an object that a constructor computes
  // CHECK: note: its elements are known once the recipe has made them: assign 'shelf.counted' as a whole
  std::get<0>(shelf.counted).k = 2;
  return shelf;
}

#include "unsupported-member-of-computed.run.h"
