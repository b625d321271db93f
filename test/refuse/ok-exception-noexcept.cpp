// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-exception-noexcept.run.h
struct Layer {
  bool safe;
};

int tuned(int n) noexcept;

// CHECK: return ::run::Config<::Layer>({.safe = noexcept(tuned(n))});
[[run::autoconvert]] Layer layer(int n) noexcept(false) { return Layer{noexcept(tuned(n))}; }

#include "ok-exception-noexcept.run.h"
