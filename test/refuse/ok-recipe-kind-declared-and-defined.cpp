// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-recipe-kind-declared-and-defined.run.h
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n = 3);

// CHECK: inline ::run::Config<::Layer> autoconvert_layer(int n = 3) { return ::run::Config<::Layer>({.width = n}); }
// CHECK-NOT: autoconvert_layer(int n
Layer layer(int n) { return Layer{n}; }

#include "ok-recipe-kind-declared-and-defined.run.h"
