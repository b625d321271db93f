// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width = 1;
};
int cores();

// CHECK: :[[@LINE+2]]:26: error: the result of the recipe 'seed' holds no configured object [run-nothing-configured]
// CHECK: :[[@LINE+2]]:3: error: 'if' in a recipe [run-control-flow]
[[run::autoconvert]] int seed(int n) {
  if (n > 3) return 2;
  return 3;
}

// What may hold something once that is mended is not blamed for it.
[[run::autoconvert]] int twice() {
// CHECK: :[[@LINE+1]]:10: error: the result of 'cores' is used as a value
  return cores() * 2;
}

// What is given to a local says which recipe it is of.
[[run::autoconvert]] Layer layer() {
// CHECK: :[[@LINE+2]]:7: error: the local 'width' is given the result of a recipe that makes no object [run-unsupported]
// CHECK: :[[@LINE-14]]:26: note: drop the attribute of 'seed' if it is no recipe
  int width = seed(3);
  return Layer{width};
}

#include "nothing-configured-and-more.run.h"
