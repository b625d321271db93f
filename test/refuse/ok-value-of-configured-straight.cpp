// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-value-of-configured-straight.run.h
int tuned(int base);
bool wanted(int base);

struct Layer {
  int width;
  bool wide;
};

// CHECK: return ::run::Config<::Layer>({.width = ::run::config<&::tuned>({.base = n}), .wide = ::run::config<&::wanted>({.base = 2})});
[[run::autoconvert]] Layer layer(int n) { return Layer{tuned(n), wanted(2)}; }

#include "ok-value-of-configured-straight.run.h"
