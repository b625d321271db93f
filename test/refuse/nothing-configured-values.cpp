// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

// CHECK: :[[@LINE+1]]:39: error: the result of the recipe 'sizes' holds no configured object [run-nothing-configured]
[[run::autoconvert]] std::vector<int> sizes(int n) { return {1, 2, n}; }

#include "nothing-configured-values.run.h"
