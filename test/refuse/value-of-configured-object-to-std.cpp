// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <algorithm>

class Layer {
 public:
  explicit Layer(int width);
  friend bool operator<(const Layer& first, const Layer& second);
};

[[run::autoconvert]] Layer layer(int n) {
  Layer first(n);
  Layer second(3);
// CHECK: :[[@LINE+2]]:19: error: 'first' is configured: it has no value while the recipe is converted
// CHECK: :[[@LINE+1]]:26: error: 'second' is configured: it has no value while the recipe is converted
  return std::max(first, second);
}

#include "value-of-configured-object-to-std.run.h"
