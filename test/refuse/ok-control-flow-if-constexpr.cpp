// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-control-flow-if-constexpr.run.h
struct Layer {
  int width;
};

// CHECK: autoconvert_layer
// CHECK: if constexpr (sizeof(long) == 8) {
// CHECK: return ::run::Config<::Layer>({.width = n * 8});
// CHECK: } else {
// CHECK: return ::run::Config<::Layer>({.width = n});
[[run::autoconvert]] Layer layer(int n) {
  if constexpr (sizeof(long) == 8) {
    return Layer{n * 8};
  } else {
    return Layer{n};
  }
}

#include "ok-control-flow-if-constexpr.run.h"
