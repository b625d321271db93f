// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

Layer opened(double arg1, int);

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:10: error: two parameters of 'opened' are called 'arg1' [run-ambiguous-parameter]
  return opened(0.5, n);
}

#include "ambiguous-parameter-function.run.h"
