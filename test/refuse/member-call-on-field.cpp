// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

struct Cache {
  int size = 1;
  void clear();
};

struct Model {
  Cache cache;
  std::unique_ptr<Cache> spare;
};

[[run::autoconvert]] Model model(int n) {
  Model model{.cache = Cache{n}, .spare = std::make_unique<Cache>()};
// CHECK: :[[@LINE+1]]:15: error: the member function 'clear' is called on a configured object of type 'Cache'
  model.cache.clear();
// CHECK: :[[@LINE+1]]:16: error: the member function 'clear' is called on a configured object of type 'Cache'
  model.spare->clear();
  return model;
}

#include "member-call-on-field.run.h"
