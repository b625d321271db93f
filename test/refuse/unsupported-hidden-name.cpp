// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t

// What a reference refers to is written where the reference is used; a name that means something else there is no
// name for it.
#include <vector>

struct Cache {
  int size = 0;
};
struct Stack {
  Cache cache;
  std::vector<Cache> caches;
};

[[run::autoconvert]]
Stack root() {
  Stack stack;
  {
    // CHECK: [[#@LINE+1]]:15: error: the reference 'r' is written as what it refers to, and 'stack' means something else further down [run-unsupported]
    auto& r = stack.cache;
    // CHECK: [[#@LINE+1]]:11: note: give this variable a name of its own
    Stack stack;
    r.size = 2;
  }
  return stack;
}

[[run::autoconvert]]
Stack index(const int i) {
  Stack stack;
  stack.caches = {Cache{}, Cache{}};
  // CHECK: [[#@LINE+1]]:13: error: the reference 'r' is written as what it refers to, and 'i' means something else
  auto& r = stack.caches[i];
  {
    const int i = 0;
    r.size = i;
  }
  return stack;
}

[[run::autoconvert(allow_control_flow)]]
Stack loop() {
  std::vector<Cache> caches{Cache{}};
  int total = 0;
  for (auto& cache : caches) {
    // CHECK: [[#@LINE+1]]:5: error: 'caches' hides a variable that the loop names: its elements are written out in the body
    const int caches = 3;
    cache.size = caches;
    total += caches;
  }
  return Stack{.cache = {.size = total}};
}

// The name may be taken again where the reference is over.
[[run::autoconvert]]
Stack fine() {
  Stack stack;
  {
    auto& r = stack.cache;
    r.size = 3;
  }
  {
    const int r = 2;
    stack.cache.size += r;
  }
  return stack;
}
