// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:16: error: a lambda in a recipe [run-lambda]
  return Layer{[&] {
    if (n > 3) return 3;
    return [] { return 1; }();
  }()};
}

#include "lambda-holds-control-flow.run.h"
