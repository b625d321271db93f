// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

class Models {
 public:
// CHECK: :[[@LINE+1]]:24: error: the non-static member function 'operator Layer' cannot be a recipe [run-recipe-kind]
  [[run::autoconvert]] operator Layer() const { return Layer{3}; }
};

#include "recipe-kind-conversion.run.h"
