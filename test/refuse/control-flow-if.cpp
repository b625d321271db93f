// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:3: error: 'if' in a recipe [run-control-flow]
// CHECK: note: make the choice a parameter of the recipe, annotate it {{\[\[}}run::autoconvert(allow_control_flow)]], or write the explicit form
  if (n > 3) n = 3;
  return Layer{n};
}

// What a branch returns is no matter yet.
[[run::autoconvert]] std::unique_ptr<Layer> perhaps(int n) {
// CHECK: :[[@LINE+1]]:3: error: 'if' in a recipe [run-control-flow]
  if (n == 0) return nullptr;
  return std::make_unique<Layer>(Layer{n});
}

#include "control-flow-if.run.h"
