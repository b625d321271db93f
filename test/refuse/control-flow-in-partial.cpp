// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert(partial)]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:3: error: 'if' in a recipe [run-control-flow]
  if (n > 3) n = 3;
  return Layer{n};
}

#include "control-flow-in-partial.run.h"
