// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int* owned) {
  const int width = owned[0];
// CHECK: :[[@LINE+1]]:3: error: 'delete' in a recipe [run-raw-new]
  delete[] owned;
  return Layer{width};
}

#include "raw-new-delete-array.run.h"
