// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <utility>

class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] Layer&& layer(int n) {
  Layer result(n);
// CHECK: :[[@LINE+1]]:10: error: the recipe returns a reference{{.*}} [run-reference]
  return std::move(result);
}

#include "reference-returned-rvalue.run.h"
