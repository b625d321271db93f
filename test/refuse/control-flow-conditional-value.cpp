// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:21: error: the conditional operator '?:' in a recipe [run-control-flow]
  const int width = n > 3 ? n : 3;
  return Layer{width};
}

#include "control-flow-conditional-value.run.h"
