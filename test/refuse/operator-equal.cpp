// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Stage {
 public:
  explicit Stage(int size);
  bool operator==(const Stage& other) const = default;
};

struct Model {
  bool same;
};

[[run::autoconvert]] Model model(int n) {
  Stage first(n);
  Stage second(3);
// CHECK: :[[@LINE+1]]:22: error: the operator '==' is applied to a configured object
  return Model{first == second};
}

#include "operator-equal.run.h"
