// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:3: error: 'if' in a recipe [run-control-flow]
  if (const int half = n / 2; half > 3) n = half;
  return Layer{n};
}

#include "control-flow-if-with-initializer.run.h"
