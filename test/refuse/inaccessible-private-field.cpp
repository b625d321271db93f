// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  Layer();

 private:
  int width_;
  friend Layer layer(int n);
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer;
// CHECK: :[[@LINE+1]]:3: error: the member 'width_' is not public: only the recipe may assign it [run-inaccessible]
  layer.width_ = n;
  return layer;
}

// A member whose type only its class can name.
class Box {
  struct Inner {
    int depth = 0;
  };

 public:
  Inner inner{};
};

[[run::autoconvert]] Box box(int n) {
  Box box;
// CHECK: :[[@LINE+2]]:3: error: the type 'Box::Inner' of the member 'inner' cannot be named outside of its scope [run-inaccessible]
// CHECK: note: make the type public; or let a function of your own make the object
  box.inner.depth = n;
  return box;
}

struct Named {
  int number = 1;
};
class Hidden : Named {
  friend Hidden hidden();
};
[[run::autoconvert]] Hidden hidden() {
  Hidden hidden;
  // CHECK: :[[@LINE+2]]:3: error: the base 'Named' of 'Hidden' is not public: only the recipe may set the member 'number' [run-inaccessible]
  // CHECK: note: make the base public
  hidden.number = 3;
  return hidden;
}

#include "inaccessible-private-field.run.h"
