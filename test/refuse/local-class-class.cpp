// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:9: error: the class 'Sizes' is defined inside a recipe [run-local-class]
  class Sizes {
   public:
    static int doubled(int x) { return x > 3 ? x : 2 * x; }
  };
  return Layer{Sizes::doubled(n)};
}

#include "local-class-class.run.h"
