// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

int cores();

class Layer {
 public:
  explicit Layer(int width);
  int width() const;
  void set_depth(int depth);
  void freeze();
};

// What may be right once the local is mended is not said of it, and what stays wrong is.
[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:15: error: the result of 'cores' is used as a value
  Layer layer(cores() * n);
  layer.set_depth(2);
// CHECK: :[[@LINE+1]]:9: error: the member function 'freeze' is called on a configured object of type 'Layer'
  layer.freeze();
// CHECK: :[[@LINE+1]]:26: error: the member function 'width' is called on a configured object of type 'Layer'
  const int wide = layer.width() + n;
  layer.set_depth(wide);
  return layer;
}

[[run::autoconvert]] std::unique_ptr<Layer> held(int n) {
// CHECK: :[[@LINE+1]]:41: error: the result of 'cores' is used as a value
  auto layer = std::make_unique<Layer>(-cores());
// CHECK: :[[@LINE+1]]:10: error: the member function 'freeze' is called on a configured object of type 'Layer'
  layer->freeze();
  return layer;
}

#include "every-error-of-a-refused-local.run.h"
