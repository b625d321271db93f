// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <tuple>

class Layer {
 public:
  explicit Layer(int width = 1);
  int width() const;
};

[[run::autoconvert]] std::tuple<Layer> one(int n) {
// CHECK: :[[@LINE+1]]:10: error: a tuple of one element cannot be converted: use the element itself [run-unsupported]
  return std::make_tuple(Layer(n));
}

#include "unsupported-tuple-of-one.run.h"
