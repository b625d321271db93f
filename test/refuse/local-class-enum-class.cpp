// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer() {
// CHECK: :[[@LINE+2]]:14: error: the enumeration 'Width' is defined inside a recipe [run-local-class]
// CHECK: note: define the enumeration at namespace scope
  enum class Width { narrow = 3, wide = 9 };
  return Layer{static_cast<int>(Width::wide)};
}

#include "local-class-enum-class.run.h"
