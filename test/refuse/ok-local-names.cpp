// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-local-names.run.h
namespace sizes {
inline constexpr int kWide = 9;
}

struct Layer {
  int width;
  long depth;
};

// CHECK: using Depth = long;
// CHECK: using sizes::kWide;
// CHECK: namespace s = sizes;
// CHECK: typedef int Width;
// CHECK: static_assert(kWide > 3);
// CHECK: return ::run::Config<::Layer>({.width = Width(kWide) + s::kWide, .depth = Depth(n)});
[[run::autoconvert]] Layer layer(int n) {
  using Depth = long;
  using sizes::kWide;
  namespace s = sizes;
  typedef int Width;
  static_assert(kWide > 3);
  return Layer{.width = Width(kWide) + s::kWide, .depth = Depth(n)};
}

#include "ok-local-names.run.h"
