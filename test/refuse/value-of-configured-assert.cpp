// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#undef NDEBUG
#include <cassert>

class Layer {
 public:
  explicit Layer(int width);
  bool operator==(const Layer&) const = default;
  int width() const;
};
int depth(int n);

// What is asserted is a value like others.
[[run::autoconvert]] Layer layer(int n) {
  assert(n > 1);
  // CHECK: :[[@LINE+1]]:10: error: the result of 'depth' is used as a value, but the call is made only when the configuration is built [run-value-of-configured]
  assert(depth(n) > 1);
  Layer made(n);
  // CHECK: :[[@LINE+1]]:15: error: the member function 'width' is called on a configured object of type 'Layer', which does not exist while the recipe is converted [run-member-call]
  assert(made.width() == n);
  // CHECK: :[[@LINE+1]]:15: error: the operator '==' is applied to a configured object, which does not exist while the recipe is converted [run-operator]
  assert(made == Layer(n));
  return made;
}

#include "value-of-configured-assert.run.h"
