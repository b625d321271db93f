// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  explicit Model(int width);
};

Model wrapped(int width, Layer& layer);

[[run::autoconvert]] Model model(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:10: error: the parameter 'layer' of 'wrapped' is a reference to something that it may change [run-reference]
  return wrapped(n, layer);
}

#include "reference-parameter-of-function.run.h"
