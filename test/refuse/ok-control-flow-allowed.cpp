// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-control-flow-allowed.run.h
struct Layer {
  int width;
};

// CHECK: inline ::run::Config<::Layer> autoconvert_layer(int n) {
// CHECK: if (n > 100) return ::run::Config<::Layer>({.width = 100});
// CHECK: for (int i = 0; i < 2; ++i) n *= 2;
// CHECK: while (n > 50) n /= 2;
// CHECK: do {
// CHECK: } while (n > 40);
// CHECK: switch (n) {
// CHECK: case 0: return ::run::Config<::Layer>({.width = 1});
// CHECK: default: break;
// CHECK: return ::run::Config<::Layer>({.width = n < 0 ? 0 : n});
[[run::autoconvert(allow_control_flow)]] Layer layer(int n) {
  if (n > 100) return Layer{100};
  for (int i = 0; i < 2; ++i) n *= 2;
  while (n > 50) n /= 2;
  do {
    --n;
  } while (n > 40);
  switch (n) {
    case 0: return Layer{1};
    default: break;
  }
  return Layer{n < 0 ? 0 : n};
}

#include "ok-control-flow-allowed.run.h"
