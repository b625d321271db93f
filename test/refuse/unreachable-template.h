// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: FileCheck %s --check-prefix=OUT --input-file=%t/unreachable-template.run.h
#pragma once
template <class T>
struct Layer {
  T width;
};

// A library's header leaves it to others to ask for instances: the other recipes are converted.
// CHECK: :[[@LINE+3]]:31: warning: no instance of the recipe template 'layer' is asked for here, so nothing is converted of it [run-unreachable-recipe]
// CHECK: :[[@LINE+2]]:31: note: instantiate it explicitly below, as in `template Model model<int>(int);`, or call it in another recipe of this file
template <class T>
[[run::autoconvert]] Layer<T> layer(T n) {
  return Layer<T>{n};
}

template <class... T>
[[run::autoconvert]] Layer<int> packed(T... n) {  // NOLINT(run-unreachable-recipe)
  return Layer<int>{sizeof...(n)};
}

// OUT: autoconvert_other
[[run::autoconvert]] inline Layer<int> other(int n) { return Layer<int>{n}; }
