// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
  operator int() const;
};

struct Model {
  int size;
};

[[run::autoconvert]] Model model(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:16: error: the member function 'operator int' is called on a configured object of type 'Layer'
  return Model{layer + 1};
}

#include "member-call-conversion.run.h"
