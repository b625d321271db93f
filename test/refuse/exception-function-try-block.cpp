// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

// CHECK: :[[@LINE+1]]:41: error: 'try' in a recipe [run-exception]
[[run::autoconvert]] Layer layer(int n) try {
  return Layer{n};
} catch (...) {
  return Layer{0};
}

int cores();

// What else there is in it is said as well.
// CHECK: :[[@LINE+1]]:43: error: 'try' in a recipe [run-exception]
[[run::autoconvert]] Layer doubled(int n) try {
// CHECK: :[[@LINE+1]]:16: error: the result of 'cores' is used as a value
  return Layer{cores() * n};
} catch (...) {
// CHECK: :[[@LINE+1]]:17: error: the result of 'cores' is used as a value
  return Layer{-cores()};
}

#include "exception-function-try-block.run.h"
