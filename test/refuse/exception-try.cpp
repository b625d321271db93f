// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::exempt]] int parsed(int n);

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:3: error: 'try' in a recipe [run-exception]
// CHECK: note: write the explicit form instead
  try {
    n = parsed(n);
  } catch (...) {
  }
  return Layer{n};
}

#include "exception-try.run.h"
