// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width = 1;
};

[[run::autoconvert]] Layer base(int n) { return Layer{n}; }

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:16: error: the result of 'base' is used as a value
  return Layer{base(n).width * 2};
}

#include "value-of-configured-recipe.run.h"
