// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#define AT_MOST(limit, x) ((x) > (limit) ? (limit) : (x))

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:16: error: the conditional operator '?:' in a recipe [run-control-flow]
  return Layer{AT_MOST(3, n)};
}

#include "control-flow-in-own-macro.run.h"
