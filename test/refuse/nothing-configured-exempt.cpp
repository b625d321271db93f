// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct [[run::exempt]] Size {
  int width;
};

[[run::exempt]] Size measured(int n);

// CHECK: :[[@LINE+1]]:27: error: the result of the recipe 'made' holds no configured object [run-nothing-configured]
[[run::autoconvert]] Size made(int n) { return Size{n}; }

// CHECK: :[[@LINE+1]]:27: error: the result of the recipe 'called' holds no configured object [run-nothing-configured]
[[run::autoconvert]] Size called(int n) { return measured(n); }

#include "nothing-configured-exempt.run.h"
