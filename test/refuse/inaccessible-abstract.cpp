// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
  virtual ~Layer();
  virtual int width() const = 0;
};

[[run::autoconvert]] std::unique_ptr<Layer> layer(int n) {
// CHECK: :[[@LINE+1]]:10: error: the class 'Layer' is abstract: no object of it can be made [run-inaccessible]
  return std::make_unique<Layer>(n);
}

#include "inaccessible-abstract.run.h"
