// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What is made of a nullptr alone, an empty pointer of a library's own, is what a function returns.
#include <cstddef>

struct Layer {
  int width = 1;
};
class Pointer {
 public:
  Pointer() = default;
  Pointer(std::nullptr_t) {}
  explicit Pointer(Layer* layer) : layer_(layer) {}
  Layer* operator->() const { return layer_; }

 private:
  Layer* layer_ = nullptr;
};
struct Net {
  Pointer layer;
  int width = 2;
};
inline Pointer none() { return nullptr; }

[[run::autoconvert]] Net net() {
  // CHECK: :[[@LINE+2]]:23: error: the parameter 'arg0' of 'Pointer' has the type 'std::nullptr_t', which cannot be an argument of the configuration [run-unsupported]
  // CHECK: :[[@LINE+1]]:23: note: leave it out where it is empty anyway, or let a function of your own return it; or, where 'Pointer' is a plain value
  return Net{.layer = nullptr};
}
[[run::autoconvert]] Net empty() { return Net{.layer = none()}; }
[[run::autoconvert]] Net left_out() { return Net{.width = 3}; }
