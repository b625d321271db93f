// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --check-prefix=CHECK-OVERLOAD
// RUN: not ls %t
class Layer {
 public:
  Layer();
  void set_size(int size);
// CHECK-OVERLOAD: :[[@LINE-1]]:8: note: this overload is a setter: it takes one argument
  void set_size(int width, int height);
// CHECK-OVERLOAD: :[[@LINE-1]]:8: note: 'set_size' takes 2 arguments, a setter takes one: pass the setting to the constructor
  void set_depth(int depth, bool exact = true);
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer;
// CHECK: :[[@LINE+1]]:9: error: the member function 'set_size' is called on a configured object of type 'Layer'
  layer.set_size(n, 2);
// CHECK: :[[@LINE+1]]:9: error: the member function 'set_depth' is called on a configured object of type 'Layer'
  layer.set_depth(n, false);
  layer.set_depth(n);
  return layer;
}

#include "member-call-two-parameters.run.h"
