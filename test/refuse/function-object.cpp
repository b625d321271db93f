// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What begins and ends in a container is one question, and a function object is not the one that is configured.
#include <algorithm>
#include <vector>

struct Layer {
  int width = 1;
};

struct ByWidth {
  bool operator()(const Layer& a, const Layer& b) const { return a.width < b.width; }
};
inline constexpr ByWidth by_width{};

[[run::autoconvert]] std::vector<Layer> sorted() {
  std::vector<Layer> v{Layer{2}, Layer{1}};
// CHECK: :[[@LINE+1]]:15: error: the member function 'begin' is called on a configured object of type 'vector<Layer>'
  std::sort(v.begin(), v.end(), by_width);
// CHECK: :[[@LINE+1]]:15: error: the member function 'rbegin' is called on a configured object of type 'vector<Layer>'
  std::sort(v.rbegin(), v.rend(), by_width);
  return v;
}

[[run::autoconvert]] std::vector<Layer> ranges() {
  std::vector<Layer> v{Layer{2}, Layer{1}};
// CHECK: :[[@LINE+2]]:21: error: 'sort' is given a reference to a configured object, which does not exist while the recipe is converted [run-reference]
// CHECK: :[[@LINE+1]]:21: note: do it in a function of your own, whose call becomes a node of the configuration
  std::ranges::sort(v, {}, &Layer::width);
  return v;
}

[[run::autoconvert]] std::vector<Layer> compared() {
  Layer a{1};
  Layer b{2};
// CHECK: :[[@LINE+1]]:24: error: 'by_width' is given a configured object, which does not exist while the recipe is converted [run-operator]
  bool less = by_width(a, b);
  return {a, Layer{2 * static_cast<int>(less)}};
}

#include "function-object.run.h"
