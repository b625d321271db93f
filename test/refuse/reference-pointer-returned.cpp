// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] Layer* layer(int n) {
  Layer result(n);
// CHECK: :[[@LINE+1]]:10: error: the address of 'result', a configured object: it does not exist while the recipe is converted [run-reference]
  return &result;
}

#include "reference-pointer-returned.run.h"
