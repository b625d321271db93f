// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

class Layer {
 public:
  explicit Layer(int width = 1);
  int width() const;
};

[[run::autoconvert]] std::vector<Layer> copies(int n) {
// CHECK: :[[@LINE+1]]:10: error: a container that is made by a number of elements or by iterators cannot be converted: list the elements in braces, or add them one by one [run-unsupported]
  return std::vector<Layer>(static_cast<unsigned>(n), Layer(1));
}

[[run::autoconvert]] std::vector<Layer> numbered() {
// CHECK: :[[@LINE+1]]:22: error: a container that is made by a number of elements or by iterators
  std::vector<Layer> layers(3);
  return layers;
}

[[run::autoconvert]] std::vector<Layer> range(int n) {
  std::vector<Layer> layers{Layer(n)};
// CHECK: :[[@LINE+1]]:10: error: a container that is made by a number of elements or by iterators
  return std::vector<Layer>(layers.begin(), layers.end());
}

#include "unsupported-container-of-copies.run.h"
