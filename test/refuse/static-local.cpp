// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer() {
// CHECK: :[[@LINE+2]]:14: error: the local 'calls' keeps its value from call to call [run-static-local]
// CHECK: note: make it a parameter of the recipe, or a constant: static constexpr, or at namespace scope
  static int calls = 0;
  return Layer{++calls};
}

#include "static-local.run.h"
