// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width = 1;
};

class Model {
 public:
  explicit Model(const int* width);
};

[[run::autoconvert]] Model model() {
  Layer layer;
// CHECK: :[[@LINE+1]]:16: error: the address of 'width', a configured object
  return Model(&layer.width);
}

#include "reference-address-of-field.run.h"
