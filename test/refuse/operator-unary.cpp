// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Stage {
 public:
  explicit Stage(int size);
  Stage operator-() const;
  bool operator!() const;
};

struct Model {
  Stage stage;
  bool empty;
};

[[run::autoconvert]] Model model(int n) {
  Stage stage(n);
// CHECK: :[[@LINE+2]]:16: error: the operator '-' is applied to a configured object
// CHECK: :[[@LINE+1]]:24: error: the operator '!' is applied to a configured object
  return Model{-stage, !stage};
}

#include "operator-unary.run.h"
