// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:9: error: the class 'Either' is defined inside a recipe [run-local-class]
  union Either {
    int i;
    float f;
  };
  Either either{n};
  return Layer{either.i};
}

#include "local-class-union.run.h"
