// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  explicit Model(Layer* owned);
};

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+2]]:16: error: 'new' in a recipe [run-raw-new]
// CHECK: :[[@LINE+1]]:16: note: make it in a function of your own that returns the pointer, and pass that function's result
  return Model(new Layer(n));
}

#include "raw-new-argument.run.h"
