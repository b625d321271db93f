// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

class Layer {
 public:
  explicit Layer(int width = 1);
  int width() const;
};

[[run::autoconvert]] std::vector<Layer> range(int n) {
  std::vector<Layer> layers{Layer(n), Layer(2)};
// CHECK: :[[@LINE+2]]:10: error: a container that is made by iterators cannot be converted unless they are those of all elements of one of its own type [run-unsupported]
// CHECK: :[[@LINE+1]]:10: note: list the elements in braces, or add them one by one
  return std::vector<Layer>(layers.begin() + 1, layers.end());
}

[[run::autoconvert]] std::vector<Layer> reversed(int n) {
  std::vector<Layer> layers{Layer(n), Layer(2)};
// CHECK: :[[@LINE+1]]:10: error: a container that is made by iterators
  return std::vector<Layer>(layers.rbegin(), layers.rend());
}

#include "unsupported-container-of-copies.run.h"
