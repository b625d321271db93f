// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What is const may still be made when the recipe is first called, or change inside.
#include <vector>

struct Layer {
  int width;
};
struct [[run::exempt]] Counter {
  mutable int calls = 0;
  int next() const { return ++calls; }
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:20: error: the local 'first' keeps its value from call to call [run-static-local]
  static const int first = n;
// CHECK: :[[@LINE+1]]:33: error: the local 'list' keeps its value from call to call [run-static-local]
  static const std::vector<int> list{1, 2};
// CHECK: :[[@LINE+1]]:28: error: the local 'counter' keeps its value from call to call [run-static-local]
  static constexpr Counter counter{};
// CHECK: :[[@LINE+1]]:24: error: the local 'begin' keeps its value from call to call [run-static-local]
  static constinit int begin = 3;
  static constexpr int kWidth = 3;
  return Layer{first + list[0] + counter.next() + begin + kWidth};
}

#include "static-local-const.run.h"
