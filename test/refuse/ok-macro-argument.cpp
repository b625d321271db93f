// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-macro-argument.run.h
#define CHECKED(x) x

class Layer {
 public:
  explicit Layer(int width);
};

// CHECK: return {{.*}}::run::Config<::Layer>({.width = n}){{.*}};
[[run::autoconvert]] Layer layer(int n) { return CHECKED(Layer(n)); }

#include "ok-macro-argument.run.h"
