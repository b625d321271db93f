// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:3: error: 'do' in a recipe [run-control-flow]
  do {
    n /= 2;
  } while (n > 100);
  return Layer{n};
}

#include "control-flow-do.run.h"
