// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

struct Layer {
  std::unique_ptr<int[]> sizes;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:39: error: 'new' in a recipe [run-raw-new]
  return Layer{std::unique_ptr<int[]>(new int[n])};
}

#include "raw-new-array.run.h"
