// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

class Layer {
 public:
  explicit Layer(int width);
};

struct Model {
  std::vector<Layer> layers;
};

[[run::autoconvert]] Model model(int n) {
  std::vector<Layer> layers{Layer(n), Layer(2)};
// CHECK: :[[@LINE+1]]:16: error: the member function 'data' is called on a configured object
  (void)layers.data();
// CHECK: :[[@LINE+1]]:10: error: the member function 'erase' is called on a configured object
  layers.erase(layers.begin(), layers.end());
  return Model{layers};
}

#include "member-call-on-container.run.h"
