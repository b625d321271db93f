// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// CHECK: :[[@LINE+1]]:26: error: 'main' cannot be a recipe [run-recipe-kind]
[[run::autoconvert]] int main() { return 0; }

#include "recipe-kind-main.run.h"
