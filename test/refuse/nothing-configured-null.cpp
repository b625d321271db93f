// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
};

// CHECK: :[[@LINE+2]]:45: error: the result of the recipe 'layer' holds no configured object [run-nothing-configured]
// CHECK: :[[@LINE+2]]:10: note: it returns nothing at all: let it make an object, or drop the attribute
[[run::autoconvert]] std::unique_ptr<Layer> layer() {
  return nullptr;
}

[[run::autoconvert(allow_control_flow)]] std::unique_ptr<Layer> perhaps(int n) {
// CHECK: :[[@LINE+1]]:22: error: a recipe that returns nothing at all cannot be converted [run-unsupported]
  if (n == 0) return nullptr;
  return std::make_unique<Layer>(n);
}

// CHECK: :[[@LINE+3]]:10: error: the recipe may return nothing, or a finished object: that is no configuration [run-unsupported]
// CHECK: :[[@LINE+2]]:10: note: return a std::optional, make an object in either case, or leave the choice to whoever calls the recipe
[[run::autoconvert(allow_control_flow)]] std::unique_ptr<Layer> chosen(int n) {
  return n > 0 ? std::make_unique<Layer>(n) : nullptr;
}

#include "nothing-configured-null.run.h"
