// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// By reference, too.
#include <utility>

struct Layer {
  int width = 1;
  int depth = 2;
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer;
  // CHECK: :[[@LINE+2]]:9: error: a structured binding to something configured cannot be converted [run-unsupported]
  // CHECK: :[[@LINE+1]]:9: note: name the members where they are used
  auto& [width, depth] = layer;
  width = n;
  depth = width + 1;
  return layer;
}

#include "structured-binding-by-reference.run.h"
