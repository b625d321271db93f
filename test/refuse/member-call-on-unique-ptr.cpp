// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
  void init();
};

[[run::autoconvert]] std::unique_ptr<Layer> layer(int n) {
  auto layer = std::make_unique<Layer>(n);
// CHECK: :[[@LINE+1]]:10: error: the member function 'init' is called on a configured object of type 'Layer'
  layer->init();
// CHECK: :[[@LINE+1]]:12: error: the member function 'init' is called on a configured object of type 'Layer'
  (*layer).init();
  return layer;
}

#include "member-call-on-unique-ptr.run.h"
