// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

struct Layer {
  int width = 1;
};

[[run::autoconvert]] std::shared_ptr<Layer> layer(int n) {
  auto layer = std::make_shared<Layer>();
  // CHECK: :[[@LINE+2]]:10: error: the operator '=' is applied to a configured object
  // CHECK: :[[@LINE+1]]:10: note: give the pointer another object, `p = std::make_shared<Layer>(…)`, or set the members of the one that it holds
  *layer = Layer{n};
  return layer;
}

#include "operator-assign-pointee.run.h"
