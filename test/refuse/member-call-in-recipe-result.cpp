// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
  int width() const;
};

[[run::autoconvert]] Layer small() { return Layer(1); }

[[run::autoconvert]] Layer large() {
// CHECK: :[[@LINE+1]]:24: error: the member function 'width' is called on a configured object of type 'Layer'
  return Layer(small().width() * 2);
}

#include "member-call-in-recipe-result.run.h"
