// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Stage {
 public:
  explicit Stage(int size);
  bool operator<(const Stage& other) const;
};

Stage operator+(const Stage& first, const Stage& second);
bool operator==(const Stage& first, const Stage& second);

struct Line {
  Stage stage;
  bool same = false;
};

[[run::autoconvert]] Stage sum(int n) {
// CHECK: :[[@LINE+1]]:10: error: the operator '+' is applied to a configured object, which does not exist while the recipe is converted [run-operator]
  return operator+(Stage(n), Stage(2));
}

[[run::autoconvert]] Line line(int n) {
// CHECK: :[[@LINE+2]]:34: error: the operator '<' is applied to a configured object of type 'Stage'
// CHECK: :[[@LINE+2]]:15: error: the operator '==' is applied to a configured object
  return Line{Stage(n), Stage(n).operator<(Stage(2)) ||
              operator==(Stage(n), Stage(2))};
}

#include "operator-by-name.run.h"
