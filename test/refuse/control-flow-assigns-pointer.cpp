// What is not known behind a branch that must not be there is no matter of its own.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

struct Layer {
  int width = 1;
};
struct Net {
  std::shared_ptr<Layer> first{};
  std::shared_ptr<Layer> last{};
};

[[run::autoconvert]] std::unique_ptr<Layer> branch(int n) {
  std::unique_ptr<Layer> layer;
// CHECK: :[[@LINE+1]]:3: error: 'if' in a recipe [run-control-flow]
  if (n > 3) layer = std::make_unique<Layer>();
  layer->width = n;
  return layer;
}

[[run::autoconvert]] Net loop(int n) {
  std::shared_ptr<Layer> layer;
// CHECK: :[[@LINE+1]]:3: error: 'while' in a recipe [run-control-flow]
  while (n-- > 0) layer = std::make_shared<Layer>();
  return Net{.first = layer, .last = layer};
}

[[run::autoconvert(allow_control_flow)]] std::unique_ptr<Layer> allowed(int n) {
  std::unique_ptr<Layer> layer;
  if (n > 3) layer = std::make_unique<Layer>();
// CHECK: :[[@LINE+1]]:10: error: 'layer' may hold nothing here [run-unsupported]
  return layer;
}

#include "control-flow-assigns-pointer.run.h"
