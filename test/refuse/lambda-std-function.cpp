// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <functional>

class Schedule {
 public:
  Schedule(std::function<double(double)> curve, int steps);
};

[[run::autoconvert]] Schedule schedule(int steps) {
// CHECK: :[[@LINE+1]]:41: error: a lambda in a recipe [run-lambda]
  std::function<double(double)> curve = [](double x) { return 2 * x; };
  return Schedule(curve, steps);
}

#include "lambda-std-function.run.h"
