// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

class Layer {
 public:
  explicit Layer(int width);
  int width() const;
};

struct Model {
  std::vector<Layer> layers;
  int size;
};

[[run::autoconvert]] Model model(int n) {
  std::vector<Layer> layers{Layer(n), Layer(2)};
// CHECK: :[[@LINE+1]]:34: error: the member function 'width' is called on a configured object of type 'Layer'
  return Model{layers, layers[0].width()};
}

#include "member-call-on-element.run.h"
