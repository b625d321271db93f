// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  Layer(int, int arg0);
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:10: error: two parameters of 'Layer' are called 'arg0' [run-ambiguous-parameter]
// CHECK: ambiguous-parameter-unnamed.cpp:{{[0-9]+}}:3: note: declared here; a parameter without a name is called by its position: give each one a name of its own
  return Layer(n, 2);
}

#include "ambiguous-parameter-unnamed.run.h"
