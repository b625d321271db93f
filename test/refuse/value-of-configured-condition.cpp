// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
int tuned(int base);

struct Layer {
  int width;
};

[[run::autoconvert(allow_control_flow)]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:7: error: the result of 'tuned' is used as a value
  if (tuned(n) > 3) return Layer{3};
// CHECK: :[[@LINE+1]]:16: error: the result of 'tuned' is used as a value
  return Layer{tuned(n) < 0 ? 0 : n};
}

#include "value-of-configured-condition.run.h"
