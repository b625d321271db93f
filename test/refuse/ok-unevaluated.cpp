// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-unevaluated.run.h
#include <vector>

class Layer {
 public:
  explicit Layer(unsigned long width);
  unsigned long width() const;
};

// What is never executed is no control flow, throws nothing, makes nothing and calls nobody.
// CHECK: autoconvert_layer(unsigned long n) {
[[run::autoconvert]] Layer layer(unsigned long n) {
  // CHECK: using Size = decltype(n > 3 ? 1UL : 2UL);
  using Size = decltype(n > 3 ? 1UL : 2UL);
  // CHECK: using Pointer = decltype(new Layer(n));
  using Pointer = decltype(new Layer(n));
  using Nothing = decltype(throw 3);
  static_assert(!noexcept(throw n) && sizeof(Nothing*) > 1);
  static_assert(requires(Layer of) { n > 3 ? of.width() : 1UL; });
  // CHECK: ({.width = n + sizeof(n > 3 ? 1 : 2) + sizeof(Size) + sizeof(Pointer) + sizeof(layer(n))});
  return Layer(n + sizeof(n > 3 ? 1 : 2) + sizeof(Size) + sizeof(Pointer) + sizeof(layer(n)));
}

#include "ok-unevaluated.run.h"
