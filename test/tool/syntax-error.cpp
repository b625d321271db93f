// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
  return Layer{n};
}
// CHECK: syntax-error.cpp:[[@LINE+1]]:1: error: extraneous closing brace ('}')
}  // one too many

#include "syntax-error.run.h"
