// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What a function makes is made once: a copy of the call would be another one. What is moved out of a shared object is
// gone for all who share it. A base alone has no configuration of its own behind a pointer.
#include <memory>
#include <utility>
#include <vector>

struct Layer {
  int width = 1;
};
struct Deep : Layer {
  int depth = 2;
};
struct Net {
  Layer layer;
  std::shared_ptr<Layer> shared;
  std::unique_ptr<Layer> owned;
};
std::shared_ptr<Layer> make_layer(int n);

[[run::autoconvert]] Net of_call(int n) {
  auto layer = make_layer(n);
  // CHECK: :[[@LINE+2]]:23: error: a copy of an object that a function makes when the configuration is built, and that a shared pointer holds [run-unsupported]
  // CHECK: :[[@LINE+1]]:23: note: pass the shared pointer, or let a function of your own return the copy
  return Net{.layer = *layer, .shared = layer};
}

[[run::autoconvert]] Net of_element(const std::vector<std::shared_ptr<Layer>>& layers) {
  // CHECK: :[[@LINE+2]]:23: error: a copy of an object that is handed in with 'layers', and that a shared pointer holds [run-unsupported]
  // CHECK: :[[#]]:80: note: pass the shared pointer, hand the object in by a parameter of its own, or let a function of your own return the copy
  return Net{.layer = *layers[0]};
}

[[run::autoconvert]] Net moved_out(int n) {
  auto layer = std::make_shared<Layer>(Layer{n});
  // CHECK: :[[@LINE+2]]:23: error: an object that shared pointers hold is moved out of them [run-unsupported]
  // CHECK: :[[@LINE+1]]:23: note: copy it: leave out std::move
  return Net{.layer = std::move(*layer), .shared = layer};
}

[[run::autoconvert]] Net of_base(int n) {
  Deep deep{{n}, 3};
  // CHECK: :[[@LINE+2]]:23: error: this copies the base 'Layer' of a 'Deep' alone: behind a pointer, the configuration would be all of it [run-unsupported]
  // CHECK: :[[@LINE+1]]:23: note: make the object from arguments of its own, or let a function of your own return it
  return Net{.owned = std::make_unique<Layer>(deep)};
}

#include "unsupported-copy-of-pointee.run.h"
