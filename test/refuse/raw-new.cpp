// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] std::unique_ptr<Layer> layer(int n) {
// CHECK: :[[@LINE+3]]:33: error: 'new' in a recipe [run-raw-new]
// CHECK: std::make_unique<Layer>
// CHECK: note: use std::make_unique or std::make_shared
  return std::unique_ptr<Layer>(new Layer(n));
}

#include "raw-new.run.h"
