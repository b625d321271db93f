// What std::bind_front binds is configured: a local container of callables is a value, which cannot hold it.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | \
// RUN: FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <functional>
#include <vector>

struct Layer {
  int width = 0;
};
int scaled(Layer layer, int by);

struct Book {
  std::vector<std::function<int(int)>> makers;
};

[[run::autoconvert]] inline Book book() {
  std::vector<std::function<int(int)>> makers;
  // CHECK: :[[@LINE+1]]:20: error: what std::bind_front binds here is configured: {{.*}} [run-value-of-configured]
  makers.push_back(std::bind_front(&scaled, Layer{.width = 3}));
  // CHECK: note: give the call itself to the argument that takes it, or to an element of the member that holds it
  return Book{.makers = makers};
}

#include "bind-front-local.run.h"
