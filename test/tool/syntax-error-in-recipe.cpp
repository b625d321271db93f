// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
  // CHECK: syntax-error-in-recipe.cpp:[[@LINE+1]]:18: error: expected ';' after return statement
  return Layer{n}
}

#include "syntax-error-in-recipe.run.h"
