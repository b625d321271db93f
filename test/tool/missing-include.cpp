// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t

// CHECK: missing-include.cpp:[[@LINE+1]]:10: fatal error: 'layers/layer.h' file not found
#include "layers/layer.h"

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) { return Layer{n}; }
