// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
  int width = 1;
// CHECK: :[[@LINE+1]]:3: error: 'for' in a recipe [run-control-flow]
  for (int i = 0; i < n; ++i) width *= 2;
  return Layer{width};
}

#include "control-flow-for.run.h"
