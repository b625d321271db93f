// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-ambiguous-parameter-named-elsewhere.run.h
class Layer {
 public:
  Layer(int, int arg0);
};

Layer::Layer(int width, int arg0) {}

// CHECK: return ::run::Config<::Layer>({.width = n, .arg0 = 2});
[[run::autoconvert]] Layer layer(int n) { return Layer(n, 2); }

#include "ok-ambiguous-parameter-named-elsewhere.run.h"
