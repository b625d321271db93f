// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A container that a pointer holds is whole when it is given to the pointer.
#include <memory>
#include <vector>

struct Layer {
  int width = 1;
};
struct Model {
  std::unique_ptr<std::vector<Layer>> layers{};
};

[[run::autoconvert]] Model filled() {
  // CHECK: :[[@LINE+2]]:8: error: the local 'layers' points to a container: what is done to that through it has no place in the configuration [run-unsupported]
  // CHECK: :[[@LINE+1]]:8: note: fill a local container, and move it into the pointer where that is made for an argument or a member
  auto layers = std::make_unique<std::vector<Layer>>();
  return Model{.layers = std::move(layers)};
}
[[run::autoconvert]] Model later() {
  Model model{.layers = std::make_unique<std::vector<Layer>>()};
  // CHECK: :[[@LINE+1]]:17: error: the member function 'push_back' is called on a configured object
  model.layers->push_back(Layer{});
  return model;
}

#include "unsupported-pointer-to-container.run.h"
