// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Model {
 public:
  Model();
  void load(const char* path);
  void push(int value);
  void compile();
};

[[run::autoconvert]] Model model() {
  Model model;
// CHECK: :[[@LINE+1]]:9: error: the member function 'load' is called on a configured object of type 'Model'
  model.load("weights");
// CHECK: :[[@LINE+1]]:9: error: the member function 'push' is called on a configured object of type 'Model'
  model.push(3);
// CHECK: :[[@LINE+1]]:9: error: the member function 'compile' is called on a configured object of type 'Model'
  model.compile();
  return model;
}

#include "member-call-action.run.h"
