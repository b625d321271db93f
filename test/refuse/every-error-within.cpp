// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// One error does not hide those beside it, nor those within it.
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Layer {
  int width = 1;
  int get() const;
};

struct Model {
  std::vector<Layer> layers{};
  std::map<std::string, Layer> by_name{};
  std::pair<Layer, int> counted{};
  std::shared_ptr<Layer> held{};
};

[[run::autoconvert]] Model model(int n) {
  return Model{
// CHECK: :[[@LINE+2]]:19: error: the conditional operator
// CHECK: :[[@LINE+1]]:49: error: the member function 'get'
      .layers = {{n ? 1 : 2}, {.width = Layer{}.get()}},
// CHECK: :[[@LINE+2]]:41: error: the member function 'get'
// CHECK: :[[@LINE+1]]:60: error: the conditional operator
      .by_name = {{std::string(Layer{2}.get(), 'x'), Layer{n ? 1 : 2}}},
// CHECK: :[[@LINE+2]]:20: error: a lambda
// CHECK: :[[@LINE+1]]:54: error: the member function 'get'
      .counted = {{[] { return 1; }()}, n + Layer{1}.get()},
// CHECK: :[[@LINE+3]]:15: error: the conditional operator
// CHECK: :[[@LINE+2]]:42: error: 'new' in a recipe
// CHECK: :[[@LINE+1]]:61: error: the member function 'get'
      .held = n ? std::shared_ptr<Layer>(new Layer{Layer{2}.get()}) : std::make_shared<Layer>(),
  };
}

[[run::autoconvert]] Layer two(int width, int depth) { return Layer{width + depth}; }

[[run::autoconvert]] Layer called(int n) {
// CHECK: :[[@LINE+2]]:23: error: the member function 'get'
// CHECK: :[[@LINE+1]]:38: error: the member function 'get'
  return two(Layer{n}.get(), Layer{}.get());
}

#include "every-error-within.run.h"
