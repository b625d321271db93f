// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
  int width() const;
};

class Model {
 public:
  Model(Layer layer, int size);
};

[[run::autoconvert]] Model model(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+2]]:29: error: the member function 'width' is called on a configured object of type 'Layer', which does not exist while the recipe is converted [run-member-call]
// CHECK: note: 'width' is const, so it sets nothing, and what it gives is there when the object is: let a function of your own
  return Model(layer, layer.width() + 1);
}

#include "member-call-getter.run.h"
