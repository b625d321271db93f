// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width = 1;
  int area() const { return width * width; }
};

struct Model {
  Layer layer;
  int size;
};

[[run::autoconvert]] Model model(int n) {
  Layer layer{n};
// CHECK: :[[@LINE+1]]:29: error: the member function 'area' is called on a configured object of type 'Layer'
  return Model{layer, layer.area()};
}

#include "member-call-getter-of-aggregate.run.h"
