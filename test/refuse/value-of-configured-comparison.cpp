// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
int tuned(int base);

struct Layer {
  bool wide;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:16: error: the result of 'tuned' is used as a value
  return Layer{tuned(n) > 3};
}

#include "value-of-configured-comparison.run.h"
