// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

void widen(int by, Layer& layer);

[[run::autoconvert]] Layer layer(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+2]]:3: error: the parameter 'layer' of 'widen' is a reference to something that it may change [run-reference]
// CHECK: note: let the function take the object and return the changed one
  widen(2, layer);
  return layer;
}

void configure(Layer* layer, int by);

[[run::autoconvert]] Layer configured(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+2]]:3: error: the parameter 'layer' of 'configure' is a pointer to something that it may change [run-reference]
// CHECK: note: let the function take the object and return the changed one
  configure(&layer, 2);
  return layer;
}

struct Net {
  Layer first{1};
};

[[run::autoconvert]] Net member(int n) {
  Net net;
// CHECK: :[[@LINE+1]]:3: error: the parameter 'layer' of 'widen' is a reference to something that it may change [run-reference]
  widen(n, net.first);
  return net;
}

#include "reference-parameter-of-statement.run.h"
