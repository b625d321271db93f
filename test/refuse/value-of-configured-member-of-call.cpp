// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t

class Layer {
 public:
  explicit Layer(int width = 1);
  int width() const;
};

struct Cache {
  int size = 1;
};
struct Model {
  Cache cache{};
};
Cache made(int size);

[[run::autoconvert]] Model model(int n) {
  Model model{.cache = made(n)};
// CHECK: :[[@LINE+1]]:3: error: the member 'size' has the name of a function's parameter: the argument would mean both [run-ambiguous-parameter]
  model.cache.size = 2;
  Model other;
  other.cache = made(n);
// CHECK: :[[@LINE+1]]:20: error: the member 'size' of 'other' gets its value from a function: it has none while the recipe is converted [run-value-of-configured]
  const int size = other.cache.size;
  other.cache = Cache{};
  other.cache.size = 3;
  model.cache = other.cache;
  return model;
}

#include "value-of-configured-member-of-call.run.h"
