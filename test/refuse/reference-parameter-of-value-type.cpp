// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Model {
 public:
  explicit Model(int& counter);
};

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+1]]:10: error: the parameter 'counter' of 'Model' is a reference to something that it may change [run-reference]
  return Model(n);
}

#include "reference-parameter-of-value-type.run.h"
