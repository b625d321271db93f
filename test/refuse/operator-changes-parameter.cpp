// What is done to an object that is handed in: each note says the same, and nothing that would not help.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning|note):}}'
// RUN: not ls %t
#include <memory>
#include <utility>

struct Layer {
  int width = 1;
  void set_depth(int depth);
};

class Computed {
 public:
  explicit Computed(int width);
  int width;
};

struct Model {
  std::unique_ptr<Layer> layer;
};

[[run::autoconvert]] Model by_arrow(std::unique_ptr<Layer> layer) {
// CHECK: :[[@LINE+1]]:8: error: the operator '->' is applied to a configured object
  layer->width = 3;
// CHECK: :[[@LINE-3]]:60: note: what is handed in may be a finished object, which is only passed on: make the object in the recipe, of parameters that are values, or do this in a function of your own, whose call becomes a node of the configuration; one that changes it takes the smart pointer by value and returns it
  return Model{std::move(layer)};
}

[[run::autoconvert]] Model by_star(std::unique_ptr<Layer> layer) {
// CHECK: :[[@LINE+1]]:4: error: the operator '*' is applied to a configured object
  (*layer).width = 3;
// CHECK: :[[@LINE-3]]:59: note: what is handed in
  return Model{std::move(layer)};
}

[[run::autoconvert]] Model by_setter(std::unique_ptr<Layer> layer) {
// CHECK: :[[@LINE+1]]:10: error: the member function 'set_depth' is called on a configured object of type 'Layer'
  layer->set_depth(3);
// CHECK: :[[@LINE-3]]:61: note: what is handed in
  return Model{std::move(layer)};
}

[[run::autoconvert]] Model by_reset(std::unique_ptr<Layer> layer) {
// CHECK: :[[@LINE+1]]:9: error: the member function 'reset' is called on a configured object of type 'Layer'
  layer.reset();
// CHECK: :[[@LINE-3]]:60: note: what is handed in
  return Model{std::move(layer)};
}

[[run::autoconvert]] Model by_another(std::unique_ptr<Layer> layer) {
// CHECK: :[[@LINE+1]]:9: error: the operator '=' is applied to a configured object
  layer = std::make_unique<Layer>();
// CHECK: :[[@LINE-3]]:62: note: what is handed in
  return Model{std::move(layer)};
}

[[run::autoconvert]] Computed by_member(Computed layer) {
// CHECK: :[[@LINE+1]]:3: error: 'layer' is configured: it has no value while the recipe is converted
  layer.width = 3;
// CHECK: :[[@LINE-1]]:3: note: what is handed in
  return layer;
}

#include "operator-changes-parameter.run.h"
