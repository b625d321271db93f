// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

struct Model {
  int size;
};

[[run::exempt]] int size_of(const Layer& layer);

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+1]]:24: error: an object of type 'Layer' is configured: it has no value while the recipe is converted
  return Model{size_of(Layer(n))};
}

#include "value-of-configured-object-to-exempt.run.h"
