// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

// CHECK: :[[@LINE+1]]:38: error: the consteval function 'layer' cannot be a recipe [run-recipe-kind]
[[run::autoconvert]] consteval Layer layer(int n) { return Layer{n}; }
// CHECK: note: make it constexpr or inline

[[run::autoconvert]] constexpr Layer fine(int n) { return Layer{n}; }

#include "recipe-kind-consteval.run.h"
