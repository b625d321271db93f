// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
  int width() const;
};

[[run::autoconvert]] Layer first(int n) {
// CHECK: :[[@LINE+2]]:3: error: 'if' in a recipe [run-control-flow]
// CHECK: :[[@LINE+1]]:14: error: 'throw' in a recipe [run-exception]
  if (n > 3) throw n;
// CHECK: :[[@LINE+1]]:14: error: the local 'calls' keeps its value from call to call [run-static-local]
  static int calls = 0;
// CHECK: :[[@LINE+2]]:16: error: a lambda in a recipe [run-lambda]
// CHECK: :[[@LINE+1]]:38: error: the conditional operator '?:' in a recipe [run-control-flow]
  return Layer([] { return 1; }() + (n > 3 ? n : 3));
}

[[run::autoconvert]] Layer fine(int n) { return Layer(n); }

[[run::autoconvert]] std::unique_ptr<Layer> second(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+2]]:25: error: the member function 'width' is called on a configured object of type 'Layer'
// CHECK: :[[@LINE+1]]:41: error: the member function 'width' is called on a configured object of type 'Layer'
  const int sum = layer.width() + layer.width();
// CHECK: :[[@LINE+1]]:33: error: 'new' in a recipe [run-raw-new]
  return std::unique_ptr<Layer>(new Layer(sum));
}

// CHECK: :[[@LINE+1]]:27: error: the recipe 'third' returns void: there is nothing to configure [run-recipe-kind]
[[run::autoconvert]] void third() {}

#include "every-error-of-a-file.run.h"
