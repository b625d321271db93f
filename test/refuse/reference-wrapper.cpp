// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <functional>

class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  explicit Model(std::reference_wrapper<Layer> layer);
};

[[run::autoconvert]] Model model(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:25: error: 'layer' is configured{{.*}}
  return Model(std::ref(layer));
}

#include "reference-wrapper.run.h"
