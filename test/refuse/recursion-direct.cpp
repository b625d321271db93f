// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  Layer(int width, std::unique_ptr<Layer> next);
};

[[run::autoconvert(allow_control_flow)]] std::unique_ptr<Layer> layer(int n) {
  if (n == 0) return nullptr;
// CHECK: :[[@LINE+2]]:37: error: the recipe 'layer' calls itself [run-recursion]
// CHECK: note: write the nesting out, or write the explicit form
  return std::make_unique<Layer>(n, layer(n - 1));
}

#include "recursion-direct.run.h"
