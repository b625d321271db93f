// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Cache {
  int size = 1;
};

struct Stack {
  Cache first;
  Cache second;
};

Cache made(int n);

[[run::autoconvert]] Stack sized(Cache cache) {
  cache.size += 1;
  return Stack{cache, Cache{2}};
}

[[run::autoconvert]] Stack passed(const Cache& cache) { return Stack{cache, Cache{2}}; }

[[run::autoconvert]] Stack of_call(int n) {
// CHECK: :[[@LINE+2]]:16: error: the recipe 'sized' reads or changes members of its 'cache', which a function makes when the configuration is built [run-value-of-configured]
// CHECK: :[[@LINE+1]]:16: note: make the object in a recipe, or let a function of your own do what this recipe does
  return sized(made(n));
}

[[run::autoconvert]] Stack of_local(int n) {
  Cache cache = made(n);
// CHECK: :[[@LINE+1]]:23: error: the recipe 'sized' reads or changes members of its 'cache'
  Stack stack = sized(cache);
  stack.second = cache;
  return stack;
}

[[run::autoconvert]] Stack only_passed(int n) { return passed(made(n)); }

#include "value-of-configured-made-and-read.run.h"
