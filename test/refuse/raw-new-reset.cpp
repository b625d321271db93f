// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <vector>

class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] std::shared_ptr<Layer> layer(int n) {
  auto layer = std::make_shared<Layer>(n);
// CHECK: :[[@LINE+1]]:15: error: 'new' in a recipe [run-raw-new]
  layer.reset(new Layer(3));
  return layer;
}

// And nothing more is said of the pointer.
[[run::autoconvert]] std::unique_ptr<Layer> from_nothing(int n) {
  std::unique_ptr<Layer> layer;
// CHECK: :[[@LINE+1]]:15: error: 'new' in a recipe [run-raw-new]
  layer.reset(new Layer(n));
  return layer;
}

[[run::autoconvert]] std::unique_ptr<Layer> assigned(int n) {
  std::unique_ptr<Layer> layer;
// CHECK: :[[@LINE+1]]:35: error: a lambda in a recipe [run-lambda]
  layer = std::make_unique<Layer>([n] { return n; }());
  return layer;
}

// In a container of smart pointers it is what one of them is made of.
[[run::autoconvert]] std::vector<std::shared_ptr<Layer>> pushed(int n) {
  std::vector<std::shared_ptr<Layer>> layers;
// CHECK: :[[@LINE+3]]:23: error: 'new' in a recipe [run-raw-new]
// CHECK: {{^}}      |{{ *}}std::make_shared<Layer>
// CHECK: note: use std::make_unique or std::make_shared
  layers.emplace_back(new Layer(n));
  return layers;
}

#include "raw-new-reset.run.h"
