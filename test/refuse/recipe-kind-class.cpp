// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// CHECK: :[[@LINE+1]]:29: error: a class cannot be a recipe [run-recipe-kind]
struct [[run::autoconvert]] Layer {
  int width;
};

#include "recipe-kind-class.run.h"
