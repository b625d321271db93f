// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A pointer only leads to its object: what is read, or called, is the object's.
#include <memory>

class Table {
 public:
  explicit Table(int size);
  int rows = 0;
  int size() const;
};
std::unique_ptr<Table> made(int size);

struct Model {
  int size = 0;
};

[[run::autoconvert]] Model of_call(int n) {
// CHECK: :[[@LINE+2]]:24: error: the result of 'made' is used as a value, but the call is made only when the configuration is built [run-value-of-configured]
// CHECK: note: annotate 'made' {{.*}} to call it
  return Model{.size = made(n)->rows};
}

[[run::autoconvert]] Model of_object(int n) {
// CHECK: :[[@LINE+1]]:24: error: an object of type 'Table' is configured: it has no value while the recipe is converted [run-value-of-configured]
  return Model{.size = std::make_unique<Table>(n)->rows};
}

[[run::autoconvert]] Model called(int n) {
// CHECK: :[[@LINE+1]]:33: error: the member function 'size' is called on a configured object of type 'Table', {{.*}} [run-member-call]
  return Model{.size = made(n)->size()};
}

class Asked {
 public:
  explicit Asked(int size);
  int get() const;
};
Asked* asked(int size);

[[run::autoconvert]] Model get_of_a_class(int n) {
// CHECK: :[[@LINE+1]]:34: error: the member function 'get' is called on a configured object of type 'Asked', {{.*}} [run-member-call]
  return Model{.size = asked(n)->get()};
}

#include "value-of-configured-behind-pointer.run.h"
