// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

int tuned(int base);

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(const std::vector<int>& sizes) {
// CHECK: :[[@LINE+1]]:22: error: the result of 'tuned' is used as a value
  return Layer{sizes[tuned(3)]};
}

#include "value-of-configured-index.run.h"
