// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <algorithm>
#include <string>

int tuned(int base);

struct Layer {
  int width;
  std::string name;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:25: error: the result of 'tuned' is used as a value
// CHECK: :[[@LINE+1]]:54: error: the result of 'tuned' is used as a value
  return Layer{std::max(tuned(n), 3), std::to_string(tuned(2))};
}

#include "value-of-configured-std-function.run.h"
