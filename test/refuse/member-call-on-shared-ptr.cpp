// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
  int width() const;
};

class Model {
 public:
  Model(std::shared_ptr<Layer> layer, int size);
};

[[run::autoconvert]] Model model(int n) {
  const std::shared_ptr<Layer> layer = std::make_shared<Layer>(n);
// CHECK: :[[@LINE+1]]:30: error: the member function 'width' is called on a configured object of type 'Layer'
  return Model(layer, layer->width());
}

#include "member-call-on-shared-ptr.run.h"
