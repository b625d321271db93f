// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
int warm_up(int n);

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:3: error: the call of 'warm_up' gives nothing to the configuration [run-value-of-configured]
  warm_up(n);
  return Layer{n};
}

#include "value-of-configured-dropped.run.h"
