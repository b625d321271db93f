// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

// CHECK: :[[@LINE+1]]:28: error: the variadic function 'layer' cannot be a recipe [run-recipe-kind]
[[run::autoconvert]] Layer layer(int n, ...) { return Layer{n}; }
[[run::autoconvert]] Layer wide() { return layer(2, 3, "more"); }

#include "recipe-kind-variadic.run.h"
