// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
template <class T>
struct Layer {
  T width;
};

template <class T>
// CHECK: :[[@LINE+2]]:31: error: the function template 'layer' cannot be converted as a recipe [run-unsupported]
// CHECK: note: write the explicit form instead: an ordinary function that returns run::Config may do anything, and recipes may call it
[[run::autoconvert]] Layer<T> layer(T n) {
  return Layer<T>{n};
}

#include "unsupported-template.run.h"
