// A class says that it can be copied, and a vector of it says so, too; but a member holds what cannot be copied.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/copies-that-do-not-compile.run.h
// RUN: %gxx -I%t -iquote %S -x c++ -fsyntax-only -include %t/copies-that-do-not-compile.run.h /dev/null
// RUN: %clangxx -I%t -iquote %S -x c++ -fsyntax-only -include %t/copies-that-do-not-compile.run.h /dev/null
#pragma once
#include <memory>
#include <utility>
#include <vector>

struct Layer {
  int width = 1;
};
class Stack {
 public:
  explicit Stack(int depth) { layers_.resize(depth); }

 private:
  std::vector<std::unique_ptr<Layer>> layers_;
};
struct Model {
  Stack stack;
  std::vector<Model> parts;
};
class Shelf {
 public:
  explicit Shelf(std::pair<std::vector<std::unique_ptr<Layer>>, int> layers) : layers_(std::move(layers)) {}
  template <class T>
  Shelf(T first, T last) : depth_(first + last) {}
  int depth() const { return depth_; }

 private:
  std::pair<std::vector<std::unique_ptr<Layer>>, int> layers_;
  int depth_ = 0;
};
struct Plain {
  std::vector<Plain> parts;
  int n = 0;
};

// What is held says so before what holds it asks.
// CHECK: struct run::Target<::Stack>
// CHECK: copyable = false;
// CHECK: struct run::Target<::Model>
// CHECK: copyable = false;
// CHECK: struct run::Target<::Plain>
// CHECK-NOT: copyable
// CHECK: struct run::Target<::Shelf>
// CHECK: copyable = false;
[[run::autoconvert]] inline Model model(int n) { return Model{.stack = Stack(n), .parts = {}}; }
[[run::autoconvert]] inline Plain plain(int n) { return Plain{.parts = {}, .n = n}; }
// What makes such an object knows that, too.
inline Shelf made(int n) { return Shelf(n, 2); }
[[run::autoconvert]] inline Shelf shelf(int n) { return Shelf(n, n); }
[[run::autoconvert]] inline Shelf called(int n) { return made(n); }
