// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] Layer* layer(int n) {
// CHECK: :[[@LINE+1]]:10: error: 'new' in a recipe [run-raw-new]
  return new Layer(n);
}

#include "raw-new-returned.run.h"
