// What a constructor's pointer points to, and what another recipe may have made, cannot be set in part.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

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

#include "unsupported-member-of-computed.run.h"
