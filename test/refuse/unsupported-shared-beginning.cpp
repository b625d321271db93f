// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Copies of an object that has made a shared one by itself.
#include <memory>

struct Cache {
  int size = 0;
};
struct Layer {
  int width = 1;
  std::shared_ptr<Cache> cache = std::make_shared<Cache>();
};
class Model {
 public:
  explicit Model(int size);

 private:
  std::shared_ptr<Cache> cache_ = std::make_shared<Cache>();
};
// However the pointer is made.
struct Owner {
  std::shared_ptr<Cache> cache{new Cache};
};
struct Pair {
  Owner first{};
  Owner second{};
};
struct Two {
  Layer first{};
  Layer second{};
};
Two join(const Model& first, const Model& second);

[[run::autoconvert]] Two layers(int n) {
  Layer layer{.width = n};
  // CHECK: :[[@LINE+2]]:21: error: copies of this 'Layer' share the object that 'cache' begins with: in the configuration each would have its own [run-unsupported]
  // CHECK: :[[@LINE+1]]:21: note: give 'cache' its object in the recipe, or hold one 'Layer' in a std::shared_ptr
  return Two{layer, layer};
}

[[run::autoconvert]] Two models(int n) {
  const Model model(n);
  // CHECK: :[[@LINE+1]]:22: error: copies of this 'Model' share the object that 'cache_' begins with
  return join(model, model);
}

[[run::autoconvert]] Pair owners() {
  const Owner owner;
  // CHECK: :[[@LINE+1]]:22: error: copies of this 'Owner' share the object that 'cache' begins with
  return Pair{owner, owner};
}

// One is as good as its copy; what the recipe gives them, they share.
[[run::autoconvert]] Two once(int n) {
  Layer layer{.width = n};
  layer.width += 1;
  Layer other{.cache = std::make_shared<Cache>()};
  Two two{.first = layer, .second = other};
  two.second = other;
  return two;
}

#include "unsupported-shared-beginning.run.h"
