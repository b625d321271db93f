// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int size);
  int width;
};

struct Model {
  Layer layer;
  int size;
};

[[run::autoconvert]] Model model(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+2]]:23: error: the member 'width' of 'layer' gets its value from a constructor: it has none while the recipe is converted
// CHECK: :[[@LINE+1]]:23: note: what the recipe itself sets can be read
  return Model{layer, layer.width};
}

#include "value-of-configured-field.run.h"
