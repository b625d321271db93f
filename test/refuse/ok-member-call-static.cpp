// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-member-call-static.run.h
class Layer {
 public:
  explicit Layer(int width);
  static Layer wide(int scale);
  static constexpr int widest() { return 64; }
};

// CHECK: ::run::config<&::Layer::wide>({.scale = n})
// CHECK: ::run::Config<::Layer>({.width = Layer::widest()})
[[run::autoconvert]] Layer wide(int n) { return Layer::wide(n); }
[[run::autoconvert]] Layer widest() { return Layer(Layer::widest()); }

struct Wall {
  Layer layer;
  int width;
  Layer other;
};

// Named through an object they are the same.
// CHECK: .width = ::Layer::widest() + 1, .other = ::run::config<&::Layer::wide>({.scale = n})
[[run::autoconvert]] Wall wall(int n) {
  Layer layer(n);
  return Wall{layer, layer.widest() + 1, layer.wide(n)};
}

#include "ok-member-call-static.run.h"
