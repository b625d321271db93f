// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Model {
 public:
  Model();
  Model& add(int width);
};

[[run::autoconvert]] Model model() {
  Model model;
// CHECK: :[[@LINE+1]]:9: error: the member function 'add' is called on a configured object of type 'Model'
  model.add(3);
// In a chain each of them is.
// CHECK: :[[@LINE+2]]:9: error: the member function 'add' is called on a configured object of type 'Model'
// CHECK: :[[@LINE+2]]:8: error: the member function 'add' is called on a configured object of type 'Model'
  model.add(4)
      .add(5);
  return model;
}

#include "member-call-add-returning-self.run.h"
