// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:16: error: the conditional operator '?:' in a recipe [run-control-flow]
// CHECK: :[[@LINE+1]]:28: error: the conditional operator '?:' in a recipe [run-control-flow]
  return Layer{n > 3 ? 3 : n < 0 ? 0 : n};
}

#include "control-flow-conditional-nested.run.h"
