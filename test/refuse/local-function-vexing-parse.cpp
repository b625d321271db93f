// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  Layer();
};

[[run::autoconvert]] Layer layer() {
// CHECK: :[[@LINE+2]]:9: error: the function 'result' is declared inside a recipe [run-local-function]
// CHECK: note: if an object is meant, leave out the parentheses; else declare the function at namespace scope
  Layer result();
  return Layer();
}

#include "local-function-vexing-parse.run.h"
