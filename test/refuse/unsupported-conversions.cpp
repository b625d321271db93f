// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Conversions that depend on how an object is given, and on which function a cast would call.
#include <optional>
#include <utility>

struct Point {
  int x = 0;
};
struct Moved {
  operator Point() const& { return {1}; }
  operator Point() && { return {2}; }
};
struct One {
  int k = 1;
  operator Point() const { return {k}; }
};
class Place;
struct Other {
  operator Place() const;
};
class Place {
 public:
  explicit Place(const Other&) {}
  explicit Place(int) {}
};
inline Other::operator Place() const { return Place(3); }
struct Map {
  Point point{};
};
class Atlas {
 public:
  void set_place(Place place) { place_ = place; }
  void set_point(Point&& point) { point_ = point; }
  void set_copy(const Point& point) { point_ = point; }

 private:
  Place place_{3};
  Point point_{};
};

[[run::autoconvert]] Map overloaded() {
  Moved moved;
  Map map;
  // CHECK: :[[@LINE+3]]:15: error: the conversion of 'Moved' to 'Point' is not the only one: which one is called depends on how the object is given [run-unsupported]
  // CHECK: note: this is another one
  // CHECK: note: convert it in a function of your own, whose call becomes a node of the configuration
  map.point = moved;
  return map;
}

[[run::autoconvert]] Atlas constructed() {
  Atlas atlas;
  // CHECK: :[[@LINE+1]]:19: error: the conversion of 'Other' to 'Place' is not the only one
  atlas.set_place(Other());
  return atlas;
}

[[run::autoconvert]] Atlas moved_whole() {
  std::optional<Point> point = Point{3};
  Atlas atlas;
  // CHECK: :[[@LINE+2]]:18: error: 'point' is moved as a whole, of which the content is taken [run-unsupported]
  // CHECK: note: move the content alone: std::move(*point)
  atlas.set_copy(*std::move(point));
  return atlas;
}

[[run::autoconvert]] Map alone() {
  Map map;
  map.point = One{.k = 3};
  return map;
}

#include "unsupported-conversions.run.h"
