// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Stage {
 public:
  explicit Stage(int size);
};
Stage operator+(const Stage& first, const Stage& second);

[[run::autoconvert]] Stage stage(int n) {
// CHECK: :[[@LINE+2]]:19: error: the operator '+' is applied to a configured object, which does not exist while the recipe is converted [run-operator]
// CHECK: note: call a named function that takes both objects: its call becomes a node of the configuration
  return Stage(n) + Stage(n + 1);
}

#include "operator-binary.run.h"
