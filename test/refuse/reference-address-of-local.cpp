// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  Model(const Layer* layer, int size);
};

[[run::autoconvert]] Model model(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:16: error: the address of 'layer', a configured object
  return Model(&layer, n);
}

#include "reference-address-of-local.run.h"
