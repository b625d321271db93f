// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  Model(const Layer* layer, int size);
};

[[run::autoconvert]] Model model(int n) {
  const auto layer = std::make_shared<Layer>(n);
// CHECK: :[[@LINE+1]]:16: error: the address of 'layer', a configured object
  return Model(layer.get(), n);
}

struct Held {
  std::shared_ptr<Layer> layer;
  const Layer* first = nullptr;
};

[[run::autoconvert]] Held held(int n) {
  Held held{.layer = std::make_shared<Layer>(n)};
// CHECK: :[[@LINE+1]]:16: error: the address of 'layer', a configured object
  held.first = held.layer.get();
  return held;
}

#include "reference-get.run.h"
