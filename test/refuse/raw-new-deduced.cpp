// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

template <class T>
struct Box {
  explicit Box(T content);
};

struct Shelf {
  std::shared_ptr<Box<int>> box;
};

[[run::autoconvert]] Shelf shelf(int n) {
  Shelf shelf;
// CHECK: :[[@LINE+2]]:41: error: 'new' in a recipe [run-raw-new]
// CHECK: {{^ +\| +}}std::make_shared<Box<int>>{{$}}
  shelf.box = std::shared_ptr<Box<int>>(new Box(n));
  return shelf;
}

#include "raw-new-deduced.run.h"
