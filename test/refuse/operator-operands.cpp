// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Stage {
 public:
  explicit Stage(int size);
  int size() const;
  friend Stage operator|(const Stage& first, const Stage& second);
};

// Operators in a row are one finding; what else is wrong with their operands is said, too.
[[run::autoconvert]] Stage stages(int n) {
// CHECK: :[[@LINE+2]]:34: error: the operator '|' {{.*}} [run-operator]
// CHECK: :[[@LINE+1]]:51: error: the member function 'size' {{.*}} [run-member-call]
  return Stage(n) | Stage(n + 1) | Stage(Stage(2).size());
}

#include "operator-operands.run.h"
