// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#define SET(object, member, value) object.member = value
#define WIDER(object) object.width += 1

struct Layer {
  int width = 0;
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer;
// CHECK: :[[@LINE+2]]:7: error: this change of a configured object is written by a macro: its text cannot be rewritten [run-macro]
// CHECK: note: write the expansion out
  SET(layer, width, n);
// CHECK: :[[@LINE+1]]:9: error: this change of a configured object is written by a macro: its text cannot be rewritten [run-macro]
  WIDER(layer);
  return layer;
}

#include "macro-sets-a-member.run.h"
