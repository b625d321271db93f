// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:10: error: the class 'Sizes' is declared inside a recipe [run-local-class]
  struct Sizes;
  const int width = n + static_cast<int>(sizeof(Sizes*));
  return Layer{width};
}

#include "local-class-declared.run.h"
