// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  Layer();
  int width() const;
};

class Model {
 public:
  Model(Layer layer, int size);
  explicit Model(std::unique_ptr<Layer> layer, int size);
};

[[run::autoconvert]] Model by_value(Layer layer) {
// CHECK: :[[@LINE+1]]:29: error: the member function 'width' is called on a configured object of type 'Layer'
  return Model(layer, layer.width());
// CHECK: :[[@LINE-3]]:43: note: what is handed in may be a finished object, which is only passed on: make the object in the recipe, of parameters that are values, or do this in a function of your own, whose call becomes a node of the configuration{{$}}
}

[[run::autoconvert]] Model by_reference(const Layer& layer) {
// CHECK: :[[@LINE+1]]:29: error: the member function 'width' is called on a configured object of type 'Layer'
  return Model(layer, layer.width());
}

[[run::autoconvert]] Model by_pointer(std::unique_ptr<Layer> layer) {
// CHECK: :[[@LINE+1]]:28: error: the member function 'width' is called on a configured object of type 'Layer'
  const int width = layer->width();
  return Model(std::move(layer), width);
}

#include "member-call-on-parameter.run.h"
