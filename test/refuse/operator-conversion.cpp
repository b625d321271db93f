// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
  explicit operator bool() const;
  operator int() const;
  Layer operator+(const Layer& other) const;
};

struct Model {
  int size;
  bool is_there = false;
  std::unique_ptr<Layer> layer{};
};

[[run::autoconvert]] Model converted(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+3]]:16: error: the conversion to 'int' is applied to a configured object of type 'Layer', {{.*}} [run-operator]
// CHECK: note: do it in a function of your own
// CHECK: note: or, where 'Layer' is a plain value to you
  return Model{layer + 1};
}

[[run::autoconvert]] Model negated(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:40: error: the conversion to 'bool' {{.*}} [run-operator]
  return Model{.size = n, .is_there = !layer};
}

std::unique_ptr<Layer> perhaps(int n);

[[run::autoconvert]] Model asked(int n) {
  auto layer = perhaps(n);
// CHECK: :[[@LINE+2]]:57: error: the conversion to 'bool' {{.*}} [run-operator]
// CHECK: note: whether a smart pointer of the recipe holds an object
  return Model{.size = n, .is_there = static_cast<bool>(layer), .layer = std::move(layer)};
}

// Said as long as no other way leads there.
[[run::autoconvert(allow_control_flow)]] Model asked_of_member(int n) {
  Model model{.size = n, .layer = std::make_unique<Layer>(n)};
  if (model.layer) model.size = 2;
  if (n > 2) model.layer = nullptr;
// CHECK: :[[@LINE+1]]:7: error: the conversion to 'bool' {{.*}} [run-operator]
  if (model.layer) model.size = 3;
  model.layer = std::make_unique<Layer>(3);
  for (int i = 0; i < n; ++i) {
// CHECK: :[[@LINE+1]]:9: error: the conversion to 'bool' {{.*}} [run-operator]
    if (model.layer) model.size = 3;
    model.layer.reset();
  }
  return model;
}

[[run::autoconvert]] Layer named(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:16: error: the operator '+' {{.*}} [run-operator]
  return layer.operator+(Layer(2));
}

#include "operator-conversion.run.h"
