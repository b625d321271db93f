// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A target is named by a pointer to its function: one that calls need more of has none.
struct Layer {
  int width = 1;
};
inline Layer positive(int width) __attribute__((enable_if(width > 0, "positive"))) { return Layer{width}; }
__attribute__((noreturn)) inline Layer never(int width) {
  while (width != 0 || width == 0) {
  }
}

[[run::autoconvert]] Layer enabled() {
  // CHECK: :[[@LINE+2]]:10: error: an attribute of 'positive' says more of its type than a pointer to it does [run-unsupported]
  // CHECK: :[[@LINE+1]]:10: note: call a function of your own that calls 'positive'
  return positive(3);
}
[[run::autoconvert]] Layer endless() {
  // CHECK: :[[@LINE+1]]:10: error: an attribute of 'never' says more of its type than a pointer to it does
  return never(3);
}

#include "unsupported-function-attribute.run.h"
