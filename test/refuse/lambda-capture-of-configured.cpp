// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] Layer layer(int n) {
  Layer result(n);
// CHECK: :[[@LINE+1]]:22: error: a lambda in a recipe [run-lambda]
  const auto again = [&] { return result; };
  return again();
}

#include "lambda-capture-of-configured.run.h"
