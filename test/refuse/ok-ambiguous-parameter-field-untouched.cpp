// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-ambiguous-parameter-field-untouched.run.h
class Layer {
 public:
  explicit Layer(int width);
  int width;
  int depth;
};

// CHECK: ::run::Config<::Layer> layer({.width = n});
// CHECK-NEXT: layer->depth = 3;
[[run::autoconvert]] Layer layer(int n) {
  Layer layer(n);
  layer.depth = 3;
  return layer;
}

#include "ok-ambiguous-parameter-field-untouched.run.h"
