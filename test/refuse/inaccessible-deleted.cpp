// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width) = delete;
};

[[run::autoconvert]] std::unique_ptr<Layer> layer(int n) {
// CHECK: :[[@LINE+2]]:10: error: the constructor of 'Layer' is deleted [run-inaccessible]
// CHECK: note: declared here
  return std::make_unique<Layer>(n);
}

#include "inaccessible-deleted.run.h"
