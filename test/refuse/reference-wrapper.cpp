// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <functional>
#include <utility>

class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  explicit Model(std::reference_wrapper<Layer> layer);
};

class Watcher {
 public:
  explicit Watcher(std::reference_wrapper<const Layer> layer);
};

[[run::autoconvert]] Model model(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+2]]:25: error: 'ref' is given a reference to a configured object, {{.*}} [run-reference]
// CHECK: note: pass the object by value or by std::shared_ptr
  return Model(std::ref(layer));
}

[[run::autoconvert]] Watcher watcher(const Layer& layer) {
// CHECK: :[[@LINE+1]]:28: error: 'cref' is given a reference to a configured object, {{.*}} [run-reference]
  return Watcher(std::cref(layer));
}

#include "reference-wrapper.run.h"
