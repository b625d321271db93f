// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width = 3;
};

// CHECK: :[[@LINE+1]]:26: error: the result of the recipe 'width' holds no configured object [run-nothing-configured]
[[run::autoconvert]] int width(int n) {
  Layer layer{n};
  return layer.width;
}

#include "nothing-configured-field.run.h"
