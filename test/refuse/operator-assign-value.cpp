// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Stage {
 public:
  explicit Stage(int size);
  Stage& operator=(int size);
};

[[run::autoconvert]] Stage stage(int n) {
  Stage stage(n);
// CHECK: :[[@LINE+1]]:9: error: the operator '=' is applied to a configured object
  stage = 3;
  return stage;
}

#include "operator-assign-value.run.h"
