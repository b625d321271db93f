// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <string>

// CHECK: :[[@LINE+1]]:34: error: the result of the recipe 'name' holds no configured object [run-nothing-configured]
[[run::autoconvert]] std::string name(int n) { return "layer-" + std::to_string(n); }

#include "nothing-configured-string.run.h"
