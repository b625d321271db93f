// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Stack {
 public:
  explicit Stack(int size);
  int operator[](int index) const;
};

struct Model {
  int size;
};

[[run::autoconvert]] Model model(int n) {
  Stack stack(n);
// CHECK: :[[@LINE+2]]:16: error: the operator '[]' is applied to a configured object
// CHECK: note: let a function of your own make the object and do this: its call becomes a node
  return Model{stack[0]};
}

#include "operator-subscript.run.h"
