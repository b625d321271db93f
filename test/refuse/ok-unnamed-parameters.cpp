// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-unnamed-parameters.run.h
class Layer {
 public:
  Layer(int, double);
};

// CHECK: return ::run::Config<::Layer>({.arg0 = n, .arg1 = 0.5});
[[run::autoconvert]] Layer layer(int n) { return Layer(n, 0.5); }

#include "ok-unnamed-parameters.run.h"
