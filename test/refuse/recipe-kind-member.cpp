// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

class Models {
 public:
// CHECK: :[[@LINE+1]]:30: error: the non-static member function 'layer' cannot be a recipe [run-recipe-kind]
  [[run::autoconvert]] Layer layer(int n) const { return Layer{n}; }
// CHECK: :[[@LINE+1]]:38: error: the non-static member function 'base' cannot be a recipe [run-recipe-kind]
  [[run::autoconvert]] virtual Layer base(int n);
// CHECK: :[[@LINE+1]]:30: error: the non-static member function 'operator()' cannot be a recipe [run-recipe-kind]
  [[run::autoconvert]] Layer operator()(int n) { return Layer{n}; }
};

#include "recipe-kind-member.run.h"
