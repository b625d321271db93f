// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
bool wanted(int base);

struct Layer {
  bool wide;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:26: error: the result of 'wanted' is used as a value
// CHECK: :[[@LINE+1]]:40: error: the result of 'wanted' is used as a value
  return Layer{n > 3 && (wanted(n) || !wanted(2))};
}

#include "value-of-configured-logical.run.h"
