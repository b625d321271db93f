// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Between the two, a value may have to be converted, or cut.
struct Layer {
  int rows = 1;
  double size = 2;
  unsigned kind : 3 = 1;
  unsigned mode = 0;
};
struct Stack {
  Layer first{};
  Layer last{};
};

[[run::autoconvert]] Stack stack() {
  Stack stack;
  // CHECK: :[[@LINE+2]]:22: error: one statement assigns to members that are objects, bit-fields, or of different types [run-unsupported]
  // CHECK: :[[@LINE+1]]:22: note: give each assignment a statement of its own
  stack.first.size = stack.first.rows = 7;
  // CHECK: :[[@LINE+1]]:22: error: one statement assigns
  stack.first.mode = stack.first.kind = 9;
  // CHECK: :[[@LINE+1]]:17: error: one statement assigns
  stack.first = stack.last = Layer{.rows = 3};
  return stack;
}

#include "unsupported-chained-assignment.run.h"
