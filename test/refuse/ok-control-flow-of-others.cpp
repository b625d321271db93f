// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-control-flow-of-others.run.h
struct Layer {
  int width;
};

// What an ordinary function does is its own business.
[[run::exempt]] inline int clamped(int n) {
  if (n > 3) return 3;
  for (int i = 0; i < n; ++i) --n;
  return n < 0 ? 0 : n;
}

// CHECK: return ::run::Config<::Layer>({.width = clamped(n)});
[[run::autoconvert]] Layer layer(int n) { return Layer{clamped(n)}; }

#include "ok-control-flow-of-others.run.h"
