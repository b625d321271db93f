// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  Layer();

 private:
  int width_;
  friend Layer layer(int n);
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer;
// CHECK: :[[@LINE+1]]:3: error: the member 'width_' is not public: only the recipe may assign it [run-inaccessible]
  layer.width_ = n;
  return layer;
}

#include "inaccessible-private-field.run.h"
