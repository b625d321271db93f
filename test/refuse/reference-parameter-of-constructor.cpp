// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  explicit Model(Layer& layer);
};

[[run::autoconvert]] Model model(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+2]]:10: error: the parameter 'layer' of 'Model' is a reference to something that it may change [run-reference]
// CHECK: note: take it by value, by const&, by std::unique_ptr or by std::shared_ptr; or, where the declaration is not yours, write a function
  return Model(layer);
}

#include "reference-parameter-of-constructor.run.h"
