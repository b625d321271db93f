// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <functional>
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
  void freeze();
  int width() const;
};

struct Model {
  int size;
};

[[run::autoconvert]] Layer by_object(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+2]]:3: error: a member function is called through a pointer on a configured object, {{.*}} [run-member-call]
// CHECK: note: call a setter by its name
  (layer.*(&Layer::freeze))();
  return layer;
}

[[run::autoconvert]] std::shared_ptr<Layer> by_pointer(int n) {
  auto layer = std::make_shared<Layer>(n);
// CHECK: :[[@LINE+1]]:3: error: a member function is called through a pointer {{.*}} [run-member-call]
  ((*layer).*&Layer::freeze)();
  return layer;
}

[[run::autoconvert]] Layer invoked(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:3: error: a member function is called through a pointer {{.*}} [run-member-call]
  std::invoke(&Layer::freeze, layer);
  return layer;
}

[[run::autoconvert]] Model read(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:20: error: a member function is called through a pointer {{.*}} [run-member-call]
  return Model{1 + (layer.*&Layer::width)()};
}

#include "member-call-through-pointer.run.h"
