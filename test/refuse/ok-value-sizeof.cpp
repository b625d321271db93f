// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-value-sizeof.run.h
class Layer {
 public:
  explicit Layer(unsigned long width);
};

// CHECK: return ::run::Config<::Layer>({.width = sizeof(Layer) + alignof(Layer) + sizeof(Layer(n))});
[[run::autoconvert]] Layer layer(unsigned long n) { return Layer(sizeof(Layer) + alignof(Layer) + sizeof(Layer(n))); }

#include "ok-value-sizeof.run.h"
