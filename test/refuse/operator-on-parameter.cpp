// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Stage {
 public:
  explicit Stage(int size);
};
Stage operator|(const Stage& first, const Stage& second);

[[run::autoconvert]] Stage stage(const Stage& first) {
// CHECK: :[[@LINE+1]]:16: error: the operator '|' is applied to a configured object
  return first | Stage(3);
}

#include "operator-on-parameter.run.h"
