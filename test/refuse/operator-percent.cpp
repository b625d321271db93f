// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};
Layer operator%(const Layer&, int);

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:19: error: the operator '%' is applied to a configured object
  return Layer(n) % 3;
}

#include "operator-percent.run.h"
