// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

// CHECK: :[[@LINE+1]]:3: error: unknown argument 'allow-control-flow' of {{\[\[}}run::autoconvert]] [run-attribute]
[[run::autoconvert(partial, "allow-control-flow")]] Layer layer(int n) { return Layer{n}; }

#include "attribute-misspelt-argument.run.h"
