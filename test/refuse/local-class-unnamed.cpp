// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:3: error: an unnamed class is defined inside a recipe [run-local-class]
  struct {
    int width;
  } sizes{n};
  return Layer{sizes.width};
}

#include "local-class-unnamed.run.h"
