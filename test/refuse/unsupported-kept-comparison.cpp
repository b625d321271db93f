// A container that compares its keys by more than a type is more than its elements.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <map>
#include <set>

bool down(int a, int b);
struct By {
  int divisor = 10;
  bool operator()(int a, int b) const;
};
struct Leaf {
  int width = 1;
};
struct Net {
  std::set<int, bool (*)(int, int)> order{down};
  std::map<int, Leaf, By> leaves{};
  Leaf leaf{};
};

[[run::autoconvert]] Net assigned() {
  Net net;
  // CHECK: :[[@LINE+2]]:15: error: the container keeps the comparison that it has, which is more than a type: as an argument, braces would make another container [run-unsupported]
  // CHECK: note: make the container as a local of its own, and assign that
  net.order = {1, 2};
  return net;
}

[[run::autoconvert]] Net given() {
  // CHECK: :[[@LINE+1]]:24: error: the elements of a 'std::map<int, Leaf, By>' cannot be configured: it is a value, made while the recipe is converted [run-value-of-configured]
  return Net{.leaves = {{1, Leaf{2}}}};
}

#include "unsupported-kept-comparison.run.h"
