// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int size);
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:3: error: the member 'width' gets its value from a constructor: it has none while the recipe is converted
  layer.width += 1;
  return layer;
}

#include "value-of-configured-field-compound.run.h"
