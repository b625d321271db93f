// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  Layer();
  explicit Layer(int width);
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:10: error: the conditional operator '?:' in a recipe [run-control-flow]
  return n > 3 ? Layer(n) : Layer();
}

#include "control-flow-conditional-object.run.h"
