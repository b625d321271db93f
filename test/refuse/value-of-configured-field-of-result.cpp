// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

Layer opened(int n);

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:16: error: {{.*}}[run-value-of-configured]
  return Layer{opened(n).width + 1};
}

#include "value-of-configured-field-of-result.run.h"
