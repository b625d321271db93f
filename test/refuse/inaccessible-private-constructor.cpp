// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
  explicit Layer(int width);
  friend Layer layer(int n);
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:10: error: the constructor of 'Layer' is not public: only the recipe may call it [run-inaccessible]
// CHECK: inaccessible-private-constructor.cpp:{{[0-9]+}}:12: note: declared here; make it public, or add a public factory function and call that
  return Layer(n);
}

#include "inaccessible-private-constructor.run.h"
