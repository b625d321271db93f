// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer() {
// CHECK: :[[@LINE+2]]:20: error: the variable 'kWidth' is declared extern inside a recipe [run-local-function]
// CHECK: note: declare the variable at namespace scope
  extern const int kWidth;
  return Layer{kWidth};
}

#include "local-function-extern-variable.run.h"
