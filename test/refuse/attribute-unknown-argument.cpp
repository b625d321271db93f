// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

// CHECK: :[[@LINE+2]]:3: error: unknown argument 'inline' of {{\[\[}}run::autoconvert]] [run-attribute]
// CHECK: note: the arguments of {{\[\[}}run::autoconvert]] are: partial, allow_control_flow, no_inline
[[run::autoconvert(inline)]] Layer layer(int n) { return Layer{n}; }

#include "attribute-unknown-argument.run.h"
