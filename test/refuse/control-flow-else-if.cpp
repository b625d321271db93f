// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:3: error: 'if' in a recipe [run-control-flow]
  if (n > 3) {
    return Layer{3};
// CHECK: :[[@LINE+1]]:10: error: 'if' in a recipe [run-control-flow]
  } else if (n < 0) {
    return Layer{0};
  } else {
    return Layer{n};
  }
}

#include "control-flow-else-if.run.h"
