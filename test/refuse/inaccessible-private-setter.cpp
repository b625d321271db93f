// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  Layer();

 private:
  void set_width(int width);
  friend Layer layer(int n);
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer;
// CHECK: :[[@LINE+1]]:9: error: the member function 'set_width' is not public: only the recipe may call it [run-inaccessible]
  layer.set_width(n);
  return layer;
}

#include "inaccessible-private-setter.run.h"
