// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

struct Layer {
  int width;
};

[[run::autoconvert]] std::unique_ptr<Layer> layer(int n) {
// CHECK: :[[@LINE+1]]:32: error: 'new' in a recipe [run-raw-new]
  std::unique_ptr<Layer> layer{new Layer{n}};
  return layer;
}

#include "raw-new-braces.run.h"
