// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
void warm_up(int n);

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:3: error: the call of 'warm_up' gives nothing to the configuration [run-value-of-configured]
// CHECK: note: annotate 'warm_up' {{\[\[}}run::exempt]] to call it while the recipe is converted
  warm_up(n);
  return Layer{n};
}

#include "value-of-configured-void.run.h"
