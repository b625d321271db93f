// RUN: %exits 1 %run-autoconvert print --ir %s -- -std=c++20 2>&1 | FileCheck %s
struct Layer {
  int width;
};

// CHECK: print-refused.cpp:[[@LINE+1]]:50: error: 'throw' in a recipe [run-exception]
[[run::autoconvert]] inline Layer layer(int n) { throw n; }

#include "print-refused.run.h"
