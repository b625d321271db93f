// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-value-of-exempt.run.h
#include <cmath>
#include <cstdlib>

[[run::exempt]] int tuned(int base);
constexpr int twice(int n) { return 2 * n; }

struct Layer {
  double width;
};

// CHECK: return ::run::Config<::Layer>({.width = 2 * tuned(n) + twice(n) + std::sqrt(n) + std::abs(-n)});
[[run::autoconvert]] Layer layer(int n) { return Layer{2 * tuned(n) + twice(n) + std::sqrt(n) + std::abs(-n)}; }

#include "ok-value-of-exempt.run.h"
