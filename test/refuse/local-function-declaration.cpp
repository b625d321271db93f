// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:7: error: the function 'tuned' is declared inside a recipe [run-local-function]
// CHECK: note: declare the function at namespace scope
  int tuned(int base);
  return Layer{tuned(n)};
}

#include "local-function-declaration.run.h"
