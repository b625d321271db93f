// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Stage {
 public:
  explicit Stage(int size);
  friend bool operator<(const Stage& first, const Stage& second);
};

struct Model {
  bool less;
};

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+1]]:25: error: the operator '<' is applied to a configured object
  return Model{Stage(n) < Stage(3)};
}

#include "operator-less.run.h"
