// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

class Layer {
 public:
  explicit Layer(int width = 1);
  int width() const;
};

struct Model {
  std::vector<Layer> layers;
  std::vector<Layer> more;
};
std::vector<Layer> made(int n);

[[run::autoconvert]] Model model(int n) {
  Model model;
  model.layers = made(n);
// CHECK: :[[@LINE+1]]:16: error: the elements of this container are made by a function when the configuration is built: assign the container first [run-value-of-configured]
  model.layers.push_back(Layer(1));
// CHECK: :[[@LINE+1]]:3: error: this container is made by a function that is called when the configuration is built: it has no elements yet [run-value-of-configured]
  model.layers[0] = Layer(1);
  auto local = made(2);
// CHECK: :[[@LINE+1]]:3: error: 'local' is made by a function that is called when the configuration is built: it has no members yet [run-value-of-configured]
  local.push_back(Layer(1));
// CHECK: :[[@LINE+1]]:22: error: 'local' is made by a function that is called when the configuration is built: it has no elements yet [run-value-of-configured]
  const auto count = local.size();
  model.more = local;
  return model;
}

#include "value-of-configured-container-of-call.run.h"
