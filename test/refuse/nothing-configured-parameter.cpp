// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

// CHECK: :[[@LINE+1]]:28: error: the result of the recipe 'layer' holds no configured object [run-nothing-configured]
[[run::autoconvert]] Layer layer(Layer given) { return given; }

#include "nothing-configured-parameter.run.h"
