// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
template <class T>
struct Layer {
  T width;
};

// CHECK: :[[@LINE+2]]:33: error: the template parameter 'T' of the recipe 'packed' cannot be converted: what it stands for has no name [run-unsupported]
template <class... T>
[[run::autoconvert]] Layer<int> packed(T... n) {
  return Layer<int>{sizeof...(n)};
}
template Layer<int> packed<int>(int);

// What is wrong with each instance is said once.
template <class T>
[[run::autoconvert]] Layer<T> chosen(bool is_wide) {
  // CHECK: :[[@LINE+1]]:19: error: the conditional operator '?:' in a recipe [run-control-flow]
  return Layer<T>{is_wide ? T(1) : T(2)};
}
template Layer<int> chosen<int>(bool);
template Layer<char> chosen<char>(bool);

#include "unsupported-template.run.h"
