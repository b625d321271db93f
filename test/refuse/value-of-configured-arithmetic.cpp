// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
int tuned(int base);

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+3]]:20: error: the result of 'tuned' is used as a value, but the call is made only when the configuration is built [run-value-of-configured]
// CHECK: note: annotate 'tuned' {{\[\[}}run::exempt]] to call it while the recipe is converted
// CHECK: note: or pass its result straight to an argument, so that the call becomes a node of the configuration
  return Layer{2 * tuned(n)};
}

#include "value-of-configured-arithmetic.run.h"
