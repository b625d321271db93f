// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

// CHECK: :[[@LINE+1]]:28: error: the recipe 'layer' is declared here but defined nowhere [run-recipe-kind]
[[run::autoconvert]] Layer layer(int n);

template <class T>
// CHECK: :[[@LINE+1]]:28: error: the recipe 'made' is declared here but defined nowhere [run-recipe-kind]
[[run::autoconvert]] Layer made(T n);

template <class T>
struct Factory {
  // CHECK: :[[@LINE+1]]:37: error: the recipe 'member' is declared here but defined nowhere [run-recipe-kind]
  [[run::autoconvert]] static Layer member(T n);
  [[run::autoconvert]] static Layer outside(T n);
};
template <class T>
Layer Factory<T>::outside(T n) {
  return Layer(n);
}
template struct Factory<int>;
// CHECK: note: define it in this file; where another file defines it, declare it in a header that both include

#include "recipe-kind-declared-only.run.h"
