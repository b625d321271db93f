// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

int depth(int n);

struct Sizes {
  std::vector<int> all;
  int first = 0;
};

// What one element is, is known when it is built: the container is no value before.
[[run::autoconvert]] Sizes read(int n) {
  Sizes sizes{.all = {depth(n), 2}};
// CHECK: :[[@LINE+1]]:17: error: this element of 'sizes' is made by a function that is called when the configuration is built: it has no value yet [run-value-of-configured]
  sizes.first = sizes.all[1];
  return sizes;
}

[[run::autoconvert]] Sizes changed(int n) {
  Sizes sizes;
  sizes.all.push_back(depth(n));
// CHECK: :[[@LINE+1]]:3: error: this element is made by a function that is called when the configuration is built: it has no value yet [run-value-of-configured]
  sizes.all[0] += 2;
  return sizes;
}

// So it is in a local that is given a call: it is no value any more.
[[run::autoconvert]] Sizes local(int n) {
  const std::vector<int> all{depth(n), 2};
// CHECK: :[[@LINE+1]]:34: error: this element of 'all' is made by a function that is called when the configuration is built: it has no value yet [run-value-of-configured]
  [[maybe_unused]] const int x = all[0];
  std::vector<int> values(2, n);
// CHECK: :[[@LINE+2]]:20: error: the container 'copy' is given what a function makes: it is a configuration, and cannot begin as a copy of values [run-unsupported]
// CHECK: :[[@LINE+1]]:20: note: declare it empty, or with its elements in braces
  std::vector<int> copy = values;
  copy[0] = depth(n);  // that is right once the other is
  return Sizes{.all = all};
}

#include "value-of-configured-element.run.h"
