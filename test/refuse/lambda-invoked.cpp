// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:10: error: a lambda in a recipe [run-lambda]
  return [&] { return Layer{n}; }();
}

#include "lambda-invoked.run.h"
