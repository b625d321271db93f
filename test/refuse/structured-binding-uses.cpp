// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What is done with its names says nothing new.
#include <utility>

struct Layer {
  int width = 1;
};
struct Both {
  Layer first;
  Layer second;
};
struct Net {
  std::pair<Layer, Layer> pair;
  Both both;
};

[[run::autoconvert]] inline Net net(int n) {
  Net net;
  // CHECK: :[[@LINE+1]]:9: error: a structured binding to something configured cannot be converted [run-unsupported]
  auto& [first, second] = net.pair;
  first.width = n;
  second = Layer{n};
  // CHECK: :[[@LINE+1]]:9: error: a structured binding to something configured cannot be converted [run-unsupported]
  auto& [one, other] = net.both;
  one.width = n;
  other = Layer{n};
  net.both = Both{one, other};
  return net;
}

#include "structured-binding-uses.run.h"
