// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] std::unique_ptr<Layer> layer(int n) {
  auto layer = std::make_unique<Layer>(n);
// CHECK: :[[@LINE+1]]:9: error: the member function 'release' is called on a configured object
  layer.release();
  return layer;
}

#include "member-call-on-handle.run.h"
