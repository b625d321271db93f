// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer() {
// CHECK: :[[@LINE+1]]:20: error: the local 'first' keeps its value from call to call [run-static-local]
  thread_local int first = 0;
// CHECK: :[[@LINE+1]]:27: error: the local 'second' keeps its value from call to call [run-static-local]
  static thread_local int second = 0;
  return Layer{++first + ++second};
}

#include "static-local-thread.run.h"
