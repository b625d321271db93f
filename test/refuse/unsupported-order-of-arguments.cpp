// Braces are read from the left. Where a class knows its arguments in another order, by another constructor, the
// configuration would read them in that order.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

class Batch {
 public:
  explicit Batch(std::vector<int> items);
  Batch(std::size_t count, std::vector<int> items);
};

// CHECK: :[[@LINE+3]]:10: error: the arguments of this 'Batch' have effects, and the configuration would read them in another order [run-unsupported]
// CHECK: :[[@LINE+2]]:10: note: give each a local of its own first
[[run::autoconvert]] Batch moved(std::vector<int> items) {
  return Batch{items.size(), std::move(items)};
}
[[run::autoconvert]] Batch first(std::vector<int> items) {
  const std::size_t count = items.size();
  return Batch{count, std::move(items)};
}

#include "unsupported-order-of-arguments.run.h"
