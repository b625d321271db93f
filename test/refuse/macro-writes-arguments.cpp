// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#define SIZES 3, n + 1

class Layer {
 public:
  Layer(int width, int depth);
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:16: error: a part of this construction is written by a macro [run-macro]
// CHECK: note: write the expansion out, or pass the whole construction as one argument of the macro
  return Layer(SIZES);
}

#include "macro-writes-arguments.run.h"
