// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A member function is bound to an object that the callable owns alone and does not change, or to one that others hold.
#include <functional>
#include <memory>

struct Layer {
  int width = 1;
  int scaled(int n) const { return width * n; }
  int next(int n) { return width++ * n; }
  int of(int object, int n) const { return width * object * n; }
  int here(int n) & { return width * n; }

 private:
  int hidden(int n) const { return width * n; }
  friend struct Net;
};
struct Plain {
  int scaled(Layer layer) const { return layer.width; }
};
struct Counter {
  int n = 0;
  int operator()(int x) { return x + n++; }
};
struct Either {
  int n = 0;
  int operator()(int x) const { return x + n; }
  double operator()(double x) const { return x + n; }
};
struct Net {
  std::function<int(int)> made{};

  [[run::autoconvert]] static Net inside() {
    // CHECK: :[[@LINE+1]]:24: error: the function 'hidden' is not public: only the recipe may call it [run-inaccessible]
    return Net{.made = std::bind_front(&Layer::hidden, Layer{})};
  }
};

[[run::autoconvert]] Net changing() {
  // CHECK: :[[@LINE+2]]:52: error: a call of 'next' may change the object, of which each copy of the callable has its own: in the configuration they would share it [run-unsupported]
  // CHECK: :[[@LINE+1]]:52: note: bind a std::shared_ptr to the object, or declare 'next' const
  return Net{.made = std::bind_front(&Layer::next, Layer{})};
}
[[run::autoconvert]] Net pointed() {
  Layer layer;
  // CHECK: :[[@LINE+1]]:54: error: the address of 'layer', a configured object: it does not exist while the recipe is converted [run-reference]
  return Net{.made = std::bind_front(&Layer::scaled, &layer)};
}
[[run::autoconvert]] auto owned() {
  // CHECK: :[[@LINE+1]]:42: error: 'scaled' is bound to a 'std::unique_ptr<Layer>', which is no object of a configuration [run-unsupported]
  return std::bind_front(&Layer::scaled, std::make_unique<Layer>());
}
[[run::autoconvert]] Net twice() {
  // CHECK: :[[@LINE+2]]:22: error: a parameter of 'of' is called 'object', and so is what it is called on [run-ambiguous-parameter]
  // CHECK: :[[@LINE+1]]:22: note: give the parameter another name
  return Net{.made = std::bind_front(&Layer::of, Layer{}, 3)};
}
[[run::autoconvert]] Net qualified() {
  auto layer = std::make_shared<Layer>();
  // CHECK: :[[@LINE+1]]:22: error: 'here' is called on some objects only, by its qualifiers [run-unsupported]
  return Net{.made = std::bind_front(&Layer::here, layer)};
}
[[run::autoconvert]] Net handed(Layer given) {
  // CHECK: :[[@LINE+2]]:54: error: 'scaled' is bound to an object that the recipe does not make itself [run-unsupported]
  // CHECK: :[[@LINE+1]]:54: note: copy it to a local and bind that
  return Net{.made = std::bind_front(&Layer::scaled, given)};
}
[[run::autoconvert]] Net counting() {
  // CHECK: :[[@LINE+1]]:22: error: a std::function holds a finished object, and this one is made when the configuration is built [run-unsupported]
  return Net{.made = Counter{}};
}
[[run::autoconvert]] Net choosing() {
  // CHECK: :[[@LINE+1]]:22: error: a std::function holds a finished object
  return Net{.made = Either{}};
}

#include "bind-front-members.run.h"
