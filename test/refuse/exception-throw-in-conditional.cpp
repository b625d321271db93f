// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:16: error: the conditional operator '?:' in a recipe [run-control-flow]
// CHECK: :[[@LINE+1]]:28: error: 'throw' in a recipe [run-exception]
  return Layer{n > 0 ? n : throw n};
}

#include "exception-throw-in-conditional.run.h"
