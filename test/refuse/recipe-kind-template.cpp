// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
// CHECK: :[[@LINE+1]]:49: error: the non-static member function 'like' cannot be a recipe [run-recipe-kind]
  template <class T> [[run::autoconvert]] Layer like(T width) const { return Layer(width); }
// CHECK: :[[@LINE+1]]:43: error: a constructor cannot be a recipe [run-recipe-kind]
  template <class T> [[run::autoconvert]] Layer(T first, T last);
};

template <class T>
struct Box {
// CHECK: :[[@LINE+1]]:30: error: the non-static member function 'layer' cannot be a recipe [run-recipe-kind]
  [[run::autoconvert]] Layer layer() const { return Layer(1); }
};

// CHECK: :[[@LINE+1]]:47: error: the variadic function 'many' cannot be a recipe [run-recipe-kind]
template <class T> [[run::autoconvert]] Layer many(T first, ...) { return Layer(first); }

// CHECK: :[[@LINE+1]]:46: error: the recipe 'none' returns void: there is nothing to configure [run-recipe-kind]
template <class T> [[run::autoconvert]] void none(T) {}

#include "recipe-kind-template.run.h"
