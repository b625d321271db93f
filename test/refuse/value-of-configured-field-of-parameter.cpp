// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
  int width;
};

[[run::autoconvert]] Layer wider(const Layer& layer) {
// CHECK: :[[@LINE+1]]:16: error: 'layer' is configured: it has no value while the recipe is converted
  return Layer(layer.width + 1);
}

#include "value-of-configured-field-of-parameter.run.h"
