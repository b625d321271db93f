// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

// CHECK: error-in-used-constant.cpp:[[@LINE+1]]:20: error: use of undeclared identifier 'kWide'
const int kWidth = kWide / 2;

[[run::autoconvert]] Layer layer(int n) { return Layer{n * kWidth}; }

#include "error-in-used-constant.run.h"
