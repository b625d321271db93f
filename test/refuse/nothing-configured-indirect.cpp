// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A call whose function only the running program knows is made while the recipe is converted.
#include <functional>

struct Layer {
  int width = 1;
};
Layer made(int width);

// CHECK: :[[@LINE+2]]:28: error: the result of the recipe 'pointed' holds no configured object [run-nothing-configured]
// CHECK: :[[@LINE+2]]:10: note: which function is called here is known only when it runs, so it is called while the recipe is converted: call a function by its name, and its call becomes a node of the configuration
[[run::autoconvert]] Layer pointed(Layer (*f)(int)) {
  return f(3);
}

// CHECK: :[[@LINE+1]]:28: error: the result of the recipe 'wrapped' holds no configured object [run-nothing-configured]
[[run::autoconvert]] Layer wrapped() {
  std::function<Layer(int)> f = made;
  // CHECK: :[[@LINE+1]]:10: note: which function is called here
  return f(3);
}

// CHECK: :[[@LINE+2]]:28: error: the result of the recipe 'invoked' holds no configured object [run-nothing-configured]
// CHECK: :[[@LINE+2]]:10: note: which function is called here
[[run::autoconvert]] Layer invoked(Layer (*f)(int)) {
  return std::invoke(f, 3);
}

#include "nothing-configured-indirect.run.h"
