// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <string>

struct Cache {
  int size = 0;
};
struct View {
  const Cache& cache;
  int n = 0;
};
struct Sized {
  int n = 0;
  const Cache& cache;
};
struct Named {
  const std::string& name;
  Cache cache{};
};

[[run::autoconvert]] View view(const Cache& cache) {
  // CHECK: :[[@LINE+2]]:15: error: the member 'cache' is a reference: what it would refer to ends when the object is built [run-reference]
  // CHECK: :[[@LINE+1]]:15: note: hold it by value, by std::unique_ptr or by std::shared_ptr
  return View{cache, 3};
}

[[run::autoconvert]] Sized sized(const Cache& cache) {
  // CHECK: :[[@LINE+1]]:19: error: the member 'cache' is a reference: what it would refer to ends when the object is built [run-reference]
  return Sized{3, cache};
}

[[run::autoconvert]] Named named(const std::string& name) {
  // CHECK: :[[@LINE+1]]:24: error: the member 'name' is a reference: what it would refer to ends when the object is built [run-reference]
  return Named{.name = name, .cache = {.size = 1}};
}

#include "reference-member.run.h"
