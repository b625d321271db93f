// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#define RECIPE(name) [[run::autoconvert]] Layer name(int n) { return Layer{n}; }

struct Layer {
  int width;
};

// CHECK: :[[@LINE+1]]:1: error: {{.*}}'small'{{.*}} macro{{.*}} [run-macro]
RECIPE(small)

#include "macro-writes-recipe.run.h"
