// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

// CHECK: error-in-used-function.cpp:[[@LINE+1]]:25: error: unknown type name 'Depth'
Layer opened(int width, Depth depth);

[[run::autoconvert]] Layer layer(int n) { return opened(n, 3); }

#include "error-in-used-function.run.h"
