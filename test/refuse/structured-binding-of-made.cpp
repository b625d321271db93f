// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What a function makes has no parts yet.
#include <utility>

struct Layer {
  int width = 1;
  int depth = 2;
};
struct Both {
  Layer first;
  Layer second;
};
Both make_both(int n);
std::pair<Layer, int> make_pair_of(int n);

[[run::autoconvert]] Layer layer(int n) {
  // CHECK: :[[@LINE+2]]:8: error: a structured binding to what is made when the configuration is built cannot be converted [run-unsupported]
  // CHECK: :[[@LINE+1]]:8: note: give it one name, and pass it on as it is
  auto [layer, count] = make_pair_of(n);
  layer.width = count;
  return layer;
}

[[run::autoconvert]] Both both(int n) {
  // CHECK: :[[@LINE+1]]:15: error: a structured binding to what is made when the configuration is built cannot be converted [run-unsupported]
  const auto& [first, second] = make_both(n);
  return Both{second, first};
}

#include "structured-binding-of-made.run.h"
