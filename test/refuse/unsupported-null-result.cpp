// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] std::unique_ptr<Layer> layer() {
// CHECK: :[[@LINE+1]]:10: error: a recipe that returns nothing at all cannot be converted [run-unsupported]
  return nullptr;
}

#include "unsupported-null-result.run.h"
