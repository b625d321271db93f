// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

class Layer {
 public:
  explicit Layer(int width = 1);
};

struct Model {
  std::vector<Layer> layers;
};

[[run::autoconvert]] Model model(std::vector<Layer> given) {
  Model model;
  model.layers = given;
// CHECK: :[[@LINE+2]]:16: error: the elements of this container are those that 'given' was handed [run-value-of-configured]
// CHECK: :[[@LINE-4]]:53: note: change 'given' itself, or a local copy of it, and assign that when it is complete
  model.layers.push_back(Layer(1));
  return model;
}

// The way out.
[[run::autoconvert]] Model complete(std::vector<Layer> given) {
  given.push_back(Layer(1));
  Model model;
  model.layers = given;
  return model;
}

#include "value-of-configured-container-handed-in.run.h"
