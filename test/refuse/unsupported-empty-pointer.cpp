// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

struct Layer {
  int width = 0;
};
struct Net {
  std::shared_ptr<Layer> first{};
};

[[run::autoconvert]] Net never_assigned() {
  std::shared_ptr<Layer> layer;
  // CHECK: :[[@LINE+2]]:3: error: 'layer' holds nothing here [run-unsupported]
  // CHECK: :[[@LINE-2]]:26: note: assign it first
  layer->width = 3;
  return Net{.first = layer};
}

[[run::autoconvert(allow_control_flow)]] Net one_branch(int n) {
  std::shared_ptr<Layer> layer;
  if (n > 2) layer = std::make_shared<Layer>();
  // CHECK: :[[@LINE+2]]:23: error: 'layer' may hold nothing here [run-unsupported]
  // CHECK: note: assign it where it is declared, or in every branch
  return Net{.first = layer};
}

[[run::autoconvert(allow_control_flow)]] Net no_default(int n) {
  std::shared_ptr<Layer> layer;
  switch (n) {
    case 1:
      layer = std::make_shared<Layer>();
      break;
    case 2:
      layer = std::make_shared<Layer>();
  }
  // CHECK: :[[@LINE+1]]:3: error: 'layer' may hold nothing here [run-unsupported]
  layer->width = 2;
  return Net{.first = layer};
}

[[run::autoconvert(allow_control_flow)]] Net in_a_loop(int n) {
  Net net;
  std::shared_ptr<Layer> layer;
  for (int i = 0; i < n; ++i) {
    // CHECK: :[[@LINE+1]]:17: error: 'layer' may hold nothing here [run-unsupported]
    net.first = layer;
    layer = std::make_shared<Layer>();
  }
  return net;
}

[[run::autoconvert(allow_control_flow)]] Net emptied(int n) {
  auto layer = std::make_shared<Layer>();
  if (n > 2) layer.reset();
  // CHECK: :[[@LINE+1]]:23: error: 'layer' may hold nothing here [run-unsupported]
  return Net{.first = layer};
}

#include "unsupported-empty-pointer.run.h"
