// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-recursion-overload.run.h
struct Layer {
  int width;
};

// CHECK: autoconvert_layer(int n, int scale) { return ::run::Config<::Layer>({.width = n * scale}); }
[[run::autoconvert]] Layer layer(int n, int scale) { return Layer{n * scale}; }

// CHECK: autoconvert_layer(int n) { return {{.*layer.*}}(n, 2); }
[[run::autoconvert]] Layer layer(int n) { return layer(n, 2); }

#include "ok-recursion-overload.run.h"
