// What the compiler can make nothing of is its error alone.
// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

struct Model {
  Model(int width, int depth);
};

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+1]]:15: error: {{.*}}'Missing'
  Model model(Missing(2), n);
  return model;
}

#include "error-in-argument.run.h"
