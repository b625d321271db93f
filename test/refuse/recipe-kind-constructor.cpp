// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
// CHECK: :[[@LINE+2]]:33: error: a constructor cannot be a recipe [run-recipe-kind]
// CHECK: note: annotate a free function or a static member function that returns the object it builds
  [[run::autoconvert]] explicit Layer(int width);
};

#include "recipe-kind-constructor.run.h"
