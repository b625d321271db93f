// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:21: error: a lambda in a recipe [run-lambda]
  const auto more = [&n, k = n + 1](int x) { return n + k + x; };
  return Layer{more(3)};
}

#include "lambda-capture.run.h"
