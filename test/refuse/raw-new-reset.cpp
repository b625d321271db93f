// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] std::shared_ptr<Layer> layer(int n) {
  auto layer = std::make_shared<Layer>(n);
// CHECK: :[[@LINE+1]]:15: error: 'new' in a recipe [run-raw-new]
  layer.reset(new Layer(3));
  return layer;
}

#include "raw-new-reset.run.h"
