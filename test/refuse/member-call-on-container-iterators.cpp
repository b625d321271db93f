// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <utility>
#include <vector>

class Layer {
 public:
  explicit Layer(int width = 1);
  int width() const;
};

[[run::autoconvert]] std::vector<Layer> layers(int n) {
  std::vector<Layer> layers{Layer(n), Layer(2)};
// CHECK: :[[@LINE+2]]:10: error: the member function 'erase' is called on a configured object of type 'vector<Layer>'
// CHECK: :[[@LINE+1]]:10: note: elements are added one by one with push_back, emplace_back, insert or emplace, and assigned with [ ]
  layers.erase(layers.end() - 1);
// CHECK: :[[@LINE+1]]:10: error: the member function 'insert' is called on a configured object of type 'vector<Layer>'
  layers.insert(layers.end() - 1, Layer(3));
// CHECK: :[[@LINE+2]]:23: error: the member function 'begin' is called on a configured object of type 'vector<Layer>'
// CHECK: :[[@LINE+1]]:23: note: pass the container itself where something takes it; what takes iterators is called in a function of your own
  auto first = layers.begin();
  return layers;
}

#include "member-call-on-container-iterators.run.h"
