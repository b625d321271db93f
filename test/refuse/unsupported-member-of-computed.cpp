// A constructor computes the object that holds the member: setting the one member would lose the others.
// RUN: not %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s
class Point {
 public:
  Point(float first, float second) : x(first), y(second) {}
  float x, y;
};

class Joint {
 public:
  Joint() : anchor(2, 3) {}
  Point anchor;
};

[[run::autoconvert]] Joint joint(float n) {
  Joint made;
  // CHECK: :[[@LINE+1]]:3: error: the member 'x' lies in an object that a constructor computes: assign that object first [run-unsupported]
  made.anchor.x = n;
  return made;
}

[[run::autoconvert]] Joint fine(float n) {
  Joint made;
  made.anchor = Point(n, 1);
  made.anchor.x = n;
  return made;
}
// CHECK-NOT: error:

#include "unsupported-member-of-computed.run.h"
