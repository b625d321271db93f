// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:10: error: the class 'Sizes' is defined inside a recipe [run-local-class]
// CHECK: note: define the class at namespace scope
  struct Sizes {
    int width;
  };
  return Layer{Sizes{n}.width};
}

#include "local-class-struct.run.h"
