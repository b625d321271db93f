// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
// CHECK: :[[@LINE+1]]:24: error: a destructor cannot be a recipe [run-recipe-kind]
  [[run::autoconvert]] ~Layer() {}
};

#include "recipe-kind-destructor.run.h"
