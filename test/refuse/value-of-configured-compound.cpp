// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
int tuned(int base);

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:8: error: the result of 'tuned' is used as a value
  n += tuned(3);
  return Layer{n};
}

#include "value-of-configured-compound.run.h"
