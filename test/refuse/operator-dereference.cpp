// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// An `*` and an `->` that do not lead to another object are operators like others.
class Table {
 public:
  explicit Table(int size);
  int operator*() const;
  Table* operator->();
  int rows = 0;
};

struct Model {
  int size;
};

[[run::autoconvert]] Model starred(int n) {
  Table table(n);
// CHECK: :[[@LINE+1]]:16: error: the operator '*' is applied to a configured object, {{.*}} [run-operator]
  return Model{*table};
}

[[run::autoconvert]] Model followed(int n) {
  Table table(n);
// CHECK: :[[@LINE+1]]:21: error: the operator '->' is applied to a configured object, {{.*}} [run-operator]
  return Model{table->rows};
}

#include "operator-dereference.run.h"
