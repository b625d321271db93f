// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <vector>

int cores();

class Layer {
 public:
  explicit Layer(int width);
  int width() const;
  void set_depth(int depth);
  void freeze();
  Layer& operator<<(int tag);
  Layer& operator=(const Layer&);
};

// What may be right once the local is mended is not said of it, and what stays wrong is.
[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:15: error: the result of 'cores' is used as a value
  Layer layer(cores() * n);
  layer.set_depth(2);
// CHECK: :[[@LINE+1]]:9: error: the member function 'freeze' is called on a configured object of type 'Layer'
  layer.freeze();
// CHECK: :[[@LINE+1]]:26: error: the member function 'width' is called on a configured object of type 'Layer'
  const int wide = layer.width() + n;
  layer.set_depth(wide);
// CHECK: :[[@LINE+1]]:9: error: the operator '<<' is applied to a configured object
  layer << 3;
  layer = Layer(n);
  return layer;
}

[[run::autoconvert]] std::unique_ptr<Layer> held(int n) {
// CHECK: :[[@LINE+1]]:41: error: the result of 'cores' is used as a value
  auto layer = std::make_unique<Layer>(-cores());
// CHECK: :[[@LINE+1]]:10: error: the member function 'freeze' is called on a configured object of type 'Layer'
  layer->freeze();
  return layer;
}

struct Net {
  std::vector<Layer> layers{};
  std::vector<int> sizes{};
  std::unique_ptr<Layer> head{};
  Layer own{1};
  int rate = 0;
};

// So is what is wrong in what it is given.
[[run::autoconvert]] Net given(int n) {
// CHECK: :[[@LINE+1]]:19: error: the result of 'cores' is used as a value
  Net net{.rate = cores() * 2};
// CHECK: :[[@LINE+1]]:30: error: the result of 'cores' is used as a value
  net.layers.push_back(Layer(cores() + 1));
// CHECK: :[[@LINE+1]]:27: error: the result of 'cores' is used as a value
  net.layers.emplace_back(cores() + 2);
// CHECK: :[[@LINE+1]]:31: error: the result of 'cores' is used as a value
  net.layers.back().set_depth(cores() + 3);
// CHECK: :[[@LINE+1]]:38: error: the result of 'cores' is used as a value
  net.head = std::make_unique<Layer>(cores() * 3);
// CHECK: :[[@LINE+1]]:13: error: the member function 'freeze' is called on a configured object of type 'Layer'
  net.head->freeze();
// CHECK: :[[@LINE+1]]:19: error: the result of 'cores' is used as a value
  net.own = Layer(cores() * 4);
// CHECK: :[[@LINE+1]]:23: error: the result of 'cores' is used as a value
  net.sizes.push_back(cores() * 5);
// CHECK: :[[@LINE+1]]:14: error: the result of 'cores' is used as a value
  net.rate = cores() * 6;
  net.rate = net.rate + n;
  net.layers[0] = net.own;
// CHECK: :[[@LINE+1]]:17: error: the operator '<<' is applied to a configured object
  net.layers[0] << 4;
// CHECK: :[[@LINE+1]]:35: error: the member function 'width' is called on a configured object of type 'Layer'
  net.layers.emplace_back(net.own.width() + net.rate);
  return net;
}

// Elements lie in the local, too: nothing is said of the way to them.
[[run::autoconvert]] Net elements(int n) {
// CHECK: :[[@LINE+1]]:19: error: the result of 'cores' is used as a value
  Net net{.rate = cores() * n};
// CHECK: :[[@LINE+1]]:17: error: the member function 'freeze' is called on a configured object of type 'Layer'
  net.layers[0].freeze();
// CHECK: :[[@LINE+1]]:21: error: the member function 'freeze' is called on a configured object of type 'Layer'
  net.layers.back().freeze();
// CHECK: :[[@LINE+1]]:34: error: the member function 'width' is called on a configured object of type 'Layer'
  const int wide = net.layers[0].width() + n;
  net.own = net.layers.at(1);
// CHECK: :[[@LINE+1]]:3: error: 'for' over a range in a recipe
  for (auto& layer : net.layers) layer.set_depth(wide);
  return net;
}

// What stands beside it in one statement would be configured as well.
[[run::autoconvert]] Layer beside(int n) {
// CHECK: :[[@LINE+1]]:26: error: the conditional operator '?:' in a recipe
  Layer first(1), second(n > 1 ? 1 : 2);
  return first;
}

#include "every-error-of-a-refused-local.run.h"
