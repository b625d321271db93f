// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
  // CHECK: error-in-used-class.cpp:[[@LINE+1]]:3: error: unknown type name 'Depth'
  Depth depth;
};

[[run::autoconvert]] Layer layer(int n) { return Layer{.width = n}; }

#include "error-in-used-class.run.h"
