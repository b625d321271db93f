// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-reference-local-alias.run.h
class Layer {
 public:
  explicit Layer(int width);
  int depth;
};

struct Model {
  Layer layer;
};

// CHECK: ::run::Config<::Layer> layer({.width = n});
// A reference is written as what it refers to.
// CHECK-NOT: alias
// CHECK: layer->depth = 3;
// CHECK: return ::run::Config<::Model>({.layer = layer});
[[run::autoconvert]] Model model(int n) {
  Layer layer(n);
  auto& alias = layer;
  alias.depth = 3;
  return Model{layer};
}

#include "ok-reference-local-alias.run.h"
