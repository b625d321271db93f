// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:3: error: 'if' in a recipe [run-control-flow]
// CHECK: note: make the choice a parameter of the recipe, annotate it {{\[\[}}run::autoconvert(allow_control_flow)]], or write the explicit form
  if (n > 3) n = 3;
  return Layer{n};
}

#include "control-flow-if.run.h"
