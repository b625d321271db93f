// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <new>

class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] Layer layer(int n) {
  alignas(Layer) char bytes[sizeof(Layer)];
// CHECK: :[[@LINE+1]]:3: error: 'new' in a recipe [run-raw-new]
  ::new (bytes) Layer(n);
  return Layer(n);
}

#include "raw-new-placement.run.h"
