// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Model {
  struct Layer {
    int width;
  };

 public:
  explicit Model(const Layer& layer);
  friend Model model(int n);
};

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+2]]:10: error: the type 'Model::Layer' of the parameter 'layer' of 'Model' cannot be named outside of its scope [run-inaccessible]
// CHECK: note: make the type public, or define it outside of the class or function in which it lies
  return Model(Model::Layer{n});
}

#include "inaccessible-private-class.run.h"
