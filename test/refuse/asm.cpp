// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:3: error: 'asm' in a recipe [run-asm]
// CHECK: note: call a function that holds the assembly
  asm("nop");
// CHECK: :[[@LINE+1]]:3: error: 'asm' in a recipe [run-asm]
  asm volatile("" : "+r"(n) : : "memory");
  return Layer{n};
}

#include "asm.run.h"
