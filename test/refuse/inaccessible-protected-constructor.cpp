// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 protected:
  explicit Layer(int width);
  friend Layer layer(int n);
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:9: error: the constructor of 'Layer' is not public
  Layer result(n);
  return result;
}

#include "inaccessible-protected-constructor.run.h"
