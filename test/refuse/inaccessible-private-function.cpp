// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Model {
  static Model make(int width);
  friend Model model(int n);
};

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+2]]:10: error: the function 'make' is not public: only the recipe may call it [run-inaccessible]
// CHECK: note: make 'make' public, or pass the recipe what it gives
  return Model::make(n);
}

#include "inaccessible-private-function.run.h"
