// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

// CHECK: :[[@LINE+1]]:27: error: a lambda cannot be a recipe [run-recipe-kind]
[[run::autoconvert]] auto layer = [](int n) { return Layer{n}; };

#include "recipe-kind-lambda.run.h"
