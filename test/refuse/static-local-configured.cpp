// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

struct Model {
  Layer layer;
};

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+1]]:16: error: the local 'layer' keeps its value from call to call [run-static-local]
  static Layer layer(n);
  return Model{layer};
}

#include "static-local-configured.run.h"
