// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Schedule {
 public:
  explicit Schedule(double (*curve)(double));
};

[[run::autoconvert]] Schedule schedule() {
// CHECK: :[[@LINE+2]]:19: error: a lambda in a recipe [run-lambda]
// CHECK: note: name it: define a function at namespace scope and pass that function
  return Schedule([](double x) { return 2 * x; });
}

#include "lambda-argument.run.h"
