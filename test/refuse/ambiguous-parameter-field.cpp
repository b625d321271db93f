// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:3: error: the member 'width' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  layer.width = 3;
  return layer;
}

#include "ambiguous-parameter-field.run.h"
