// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

int& shared_width(int n);

class Model {
 public:
  explicit Model(int width);
};

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+1]]:16: error: the function 'shared_width' returns a reference: it cannot be called when built [run-reference]
  return Model(shared_width(n));
}

#include "reference-from-function.run.h"
