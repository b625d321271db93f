// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  Layer();
  void width(int width);
  void settle(int seconds);
  void set(int width);
  void set_();
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer;
// CHECK: :[[@LINE+1]]:9: error: the member function 'width' is called on a configured object of type 'Layer'
  layer.width(n);
// CHECK: :[[@LINE+1]]:9: error: the member function 'settle' is called on a configured object of type 'Layer'
  layer.settle(n);
// CHECK: :[[@LINE+1]]:9: error: the member function 'set' is called on a configured object of type 'Layer'
  layer.set(n);
// CHECK: :[[@LINE+1]]:9: error: the member function 'set_' is called on a configured object of type 'Layer'
  layer.set_();
  return layer;
}

#include "member-call-no-setter-name.run.h"
