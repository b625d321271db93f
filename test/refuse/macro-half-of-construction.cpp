// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#define AND_SECOND 1), Layer(2

class Layer {
 public:
  explicit Layer(int width);
};

struct Model {
  Layer first;
  Layer second;
};

[[run::autoconvert]] Model model() {
// CHECK: :[[@LINE+1]]:22: error: a part of this construction is written by a macro [run-macro]
  return Model{Layer(AND_SECOND)};
}

[[run::autoconvert]] Model local() {
// CHECK: :[[@LINE+1]]:27: error: a part of this construction is written by a macro [run-macro]
  const Model model{Layer(AND_SECOND)};
  return model;
}

#include "macro-half-of-construction.run.h"
