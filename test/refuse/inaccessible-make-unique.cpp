// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
  explicit Layer(int width);
};

[[run::autoconvert]] std::unique_ptr<Layer> layer(int n) {
// CHECK: :[[@LINE+1]]:10: error: the constructor of 'Layer' is not public
  return std::make_unique<Layer>(n);
}

#include "inaccessible-make-unique.run.h"
