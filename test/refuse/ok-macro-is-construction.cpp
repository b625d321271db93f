// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-macro-is-construction.run.h
#define MAKE(type, ...) type(__VA_ARGS__)
class Layer {
 public:
  Layer(int width, int depth);
};

struct Model {
  Layer layer;
};

// CHECK: return ::run::Config<::Model>({.layer = ::run::Config<::Layer>({.width = n, .depth = 2})});
[[run::autoconvert]] Model model(int n) { return Model{MAKE(Layer, n, 2)}; }

#include "ok-macro-is-construction.run.h"
