// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  Layer();
  void set_size(int width, int height);
  void set_depth(int depth, bool exact = true);
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer;
// CHECK: :[[@LINE+1]]:9: error: the member function 'set_size' is called on a configured object of type 'Layer'
  layer.set_size(n, 2);
// CHECK: :[[@LINE+1]]:9: error: the member function 'set_depth' is called on a configured object of type 'Layer'
  layer.set_depth(n);
  return layer;
}

#include "member-call-two-parameters.run.h"
