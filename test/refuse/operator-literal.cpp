// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Length {
 public:
  explicit Length(long double meters);
};
Length operator""_m(long double meters);

[[run::autoconvert]] Length length() {
// CHECK: :[[@LINE+1]]:10: error: {{.*}}[run-operator]
  return 2.5_m;
}

#include "operator-literal.run.h"
