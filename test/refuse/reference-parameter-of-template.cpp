// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  template <class T>
  explicit Model(T& layer, int scale);  // no forwarding reference: it may well change what it is given
  template <class T>
  explicit Model(T&& name);
};

[[run::autoconvert]] Model model(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:10: error: the parameter 'layer' of 'Model' is a reference to something that it may change [run-reference]
  return Model(layer, 2);
}

[[run::autoconvert]] Model numbers() {
  int numbers[2] = {1, 2};
// CHECK: :[[@LINE+1]]:10: error: the parameter 'name' of 'Model' has the type 'int(&)[2]', which cannot be an argument of the configuration [run-unsupported]
  return Model(numbers);
}

#include "reference-parameter-of-template.run.h"
