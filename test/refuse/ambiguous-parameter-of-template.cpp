// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// An object that a constructor template made, wherever it is, has the arguments of that template.
#include <vector>

template <class T>
struct Point {
  Point() = default;
  template <class A, class B>
  Point(A x, B y) : x(x), y(y) {}
  T x = 0;
  T y = 0;
};
struct Light {
  Point<float> at{0, 1};
};

[[run::autoconvert]] Point<float> assigned() {
  Point<float> point;
  point = {1.0f, 2};
  // CHECK: :[[@LINE+1]]:3: error: the member 'x' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  point.x = 3;
  return point;
}
[[run::autoconvert]] Light member() {
  Light light;
  light.at = {1, 2.0f};
  // CHECK: :[[@LINE+1]]:3: error: the member 'x' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  light.at.x = 3;
  return light;
}
[[run::autoconvert]] Light given() {
  Light light{.at = Point<float>(4, 5)};
  // CHECK: :[[@LINE+1]]:3: error: the member 'x' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  light.at.x = 3;
  return light;
}
[[run::autoconvert]] std::vector<Point<float>> elements() {
  std::vector<Point<float>> points;
  points.push_back(Point<float>(4, 5));
  // CHECK: :[[@LINE+1]]:3: error: the member 'x' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  points.back().x = 3;
  return points;
}

// What no such constructor made has its members.
[[run::autoconvert]] Light untouched() {
  Light light;
  light.at.x = 3;
  Point<float> point;
  point.y = 2;
  return light;
}

#include "ambiguous-parameter-of-template.run.h"
