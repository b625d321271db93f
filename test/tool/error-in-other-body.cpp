// The bodies of other functions are not read at all.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/error-in-other-body.run.h
struct Layer {
  int width;
  int area() const { return width * height; }
};

int other(int n) {
  if (n > unknown) return missing(n);
  return "text" + Unknown(n);
}

// CHECK: return ::run::Config<::Layer>({.width = n});
[[run::autoconvert]] Layer layer(int n) { return Layer{n}; }

#include "error-in-other-body.run.h"
