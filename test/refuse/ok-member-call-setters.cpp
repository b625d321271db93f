// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-member-call-setters.run.h
class Layer {
 public:
  explicit Layer(int width);
  void set_depth(int depth);
  void setHeads(int heads);
  Layer& SetScale(double scale);
};

// CHECK: ::run::setter<int>("depth")
// CHECK: ::run::setter<int>("heads")
// CHECK: ::run::setter<double>("scale")
// CHECK: ::run::Config<::Layer> layer({.width = n});
// CHECK-NEXT: layer->depth = 2;
// CHECK-NEXT: layer->heads = n + 1;
// CHECK-NEXT: layer->scale = 0.5;
[[run::autoconvert]] Layer layer(int n) {
  Layer layer(n);
  layer.set_depth(2);
  layer.setHeads(n + 1);
  layer.SetScale(0.5);
  return layer;
}

#include "ok-member-call-setters.run.h"
