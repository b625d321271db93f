// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  explicit Model(const Layer& layer);
};

[[run::autoconvert]] Model model(bool wide) {
  Layer small(1);
  Layer large(2);
// CHECK: :[[@LINE+1]]:16: error: the conditional operator '?:' in a recipe [run-control-flow]
  return Model(wide ? large : small);
}

#include "control-flow-conditional-between-locals.run.h"
