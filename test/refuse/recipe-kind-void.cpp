// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

// CHECK: :[[@LINE+1]]:27: error: the recipe 'layer' returns void: there is nothing to configure [run-recipe-kind]
[[run::autoconvert]] void layer(int n) { Layer{n}; }

#include "recipe-kind-void.run.h"
