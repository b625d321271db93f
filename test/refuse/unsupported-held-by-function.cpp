// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Objects with a call operator in a std::function, and pointers that are more than another name.
#include <functional>
#include <memory>
#include <utility>
#include <variant>

struct Add {
  int n = 0;
  int operator()(int x) { return x + n++; }
};
struct Filter {
  std::function<int(int)> apply{};
  std::shared_ptr<Add> left{};
  std::shared_ptr<Add> right{};
  std::variant<Add, int> either{};
};

[[run::autoconvert]] Filter braced(int n) {
// CHECK: :[[@LINE+2]]:26: error: a std::function holds a finished object, and this one is made when the configuration is built [run-unsupported]
// CHECK: :[[@LINE+1]]:26: note: let a function of your own take the object and return the std::function: its call becomes a node of the configuration; or, where 'Add' is a plain value to you, annotate the class
  return Filter{.apply = Add{n}};
}

[[run::autoconvert]] Filter assigned(int n) {
  Filter filter;
  Add add;
  add.n = n;
// CHECK: :[[@LINE+1]]:18: error: a std::function holds a finished object
  filter.apply = add;
// CHECK: :[[@LINE+2]]:28: error: 'exchange' is given a reference to a configured object
// CHECK: :[[@LINE+1]]:28: note: copy the old one into a local, and assign the new one in the next statement
  auto old = std::exchange(filter.left, nullptr);
// CHECK: :[[@LINE+2]]:13: error: 'swap' is given a reference to a configured object
// CHECK: :[[@LINE+1]]:13: note: exchange them by a third, `auto a = x; x = y; y = a;`
  std::swap(filter.left, filter.right);
// CHECK: :[[@LINE+2]]:17: error: 'get' is given a reference to a configured object
// CHECK: :[[@LINE+1]]:17: note: make the alternative as a local of its own, change that, and assign it
  std::get<Add>(filter.either).n = 3;
  return filter;
}

[[run::autoconvert]] Add pointed(int n) {
  Add add{n};
  Add other{n};
// CHECK: :[[@LINE+1]]:16: error: the address of 'add', a configured object: it does not exist while the recipe is converted [run-reference]
  Add* which = &add;
  which->n = 1;
// CHECK: :[[@LINE+1]]:11: error: the address of 'other', a configured object
  which = &other;
  return add;
}

#include "unsupported-held-by-function.run.h"
