// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
  // CHECK: error-in-recipe.cpp:[[@LINE+1]]:16: error: use of undeclared identifier 'm'
  return Layer{m + n};
}

#include "error-in-recipe.run.h"
