// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer() {
  int sum = 0;
  const int sizes[] = {1, 2, 3};
// CHECK: :[[@LINE+1]]:3: error: 'for' over a range in a recipe [run-control-flow]
  for (const int size : sizes) sum += size;
  return Layer{sum};
}

#include "control-flow-range-for.run.h"
