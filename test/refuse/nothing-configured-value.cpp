// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// CHECK: :[[@LINE+2]]:26: error: the result of the recipe 'seed' holds no configured object [run-nothing-configured]
// CHECK: note: return an object of a class that is constructed here, or the result of a function that is called when the configuration is built; drop the attribute if the function is no recipe
[[run::autoconvert]] int seed(int n) { return n * 3 + 1; }

#include "nothing-configured-value.run.h"
