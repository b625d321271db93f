// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Inner {
  int size = 1;
  // CHECK: error-in-reached-class.cpp:[[@LINE+1]]:3: error: unknown type name 'Depth'
  Depth depth;
};

// No recipe makes an Inner, but it becomes a target: it is an argument of Layer.
struct Layer {
  int width = 1;
  Inner inner;
};

[[run::autoconvert]] Layer layer(int n) { return Layer{.width = n}; }

#include "error-in-reached-class.run.h"
