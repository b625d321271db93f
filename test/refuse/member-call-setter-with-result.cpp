// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  Layer();
  bool set_width(int width);
  int setDepth(int depth);
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer;
// CHECK: :[[@LINE+1]]:9: error: the member function 'set_width' is called on a configured object of type 'Layer'
  layer.set_width(n);
// CHECK: :[[@LINE+1]]:9: error: the member function 'setDepth' is called on a configured object of type 'Layer'
  layer.setDepth(n);
  return layer;
}

#include "member-call-setter-with-result.run.h"
