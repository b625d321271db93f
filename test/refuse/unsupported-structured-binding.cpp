// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
  int depth;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:8: error: {{.*}} [run-unsupported]
  auto [width, depth] = Layer{n, 2};
  return Layer{depth, width};
}

#include "unsupported-structured-binding.run.h"
