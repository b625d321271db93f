// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {};

class Model {
 public:
  Model();
  void add_layer(Layer layer);
};

[[run::autoconvert]] Model model() {
  Model model;
// CHECK: :[[@LINE+2]]:9: error: the member function 'add_layer' is called on a configured object of type 'Model'
// CHECK: note: {{.*}}pass the setting to the constructor, assign a public member, or call a setter with one argument: set_x(v), setX(v), SetX(v) or a fluent x(v)
  model.add_layer(Layer());
  return model;
}

#include "member-call-add.run.h"
