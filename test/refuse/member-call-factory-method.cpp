// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Model {
 public:
  explicit Model(int width);
};

class Factory {
 public:
  explicit Factory(int seed);
  Model make(int width) const;
};

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+1]]:21: error: the member function 'make' is called on a configured object of type 'Factory'
  return Factory(n).make(3);
}

#include "member-call-factory-method.run.h"
