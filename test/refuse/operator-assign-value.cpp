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
// CHECK: :[[@LINE+3]]:9: error: the operator '=' is applied to a configured object
// CHECK: :[[@LINE+2]]:9: note: assign an object of the class itself, 'Stage'(…)
// CHECK: :[[@LINE+1]]:3: note: or, where a 'Stage' is a plain value to you, annotate the class {{.*}}run::exempt{{.*}} or name it under `exempt:` in a file .run-autoconvert
  stage = 3;
  return stage;
}

#include "operator-assign-value.run.h"
