// Where an initialiser reads members, braces give them by name, which members of a base do not have there.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Base {
  int size = 1;
};
struct Net : Base {
  int twice = 2 * size;
};

[[run::autoconvert]] Net given(int n) {
  // CHECK: :[[@LINE+2]]:23: error: an initialiser of 'Net' reads other members, and braces cannot give the member 'size' of a base by its name [run-unsupported]
  // CHECK: note: give 'Net' a constructor with a parameter for it
  return Net{{.size = n}};
}

[[run::autoconvert]] Net assigned(int n) {
  Net net;
  // CHECK: :[[@LINE+2]]:3: error: an initialiser of 'Net' reads other members, and braces cannot give the member 'size' of a base by its name [run-unsupported]
  // CHECK: note: give 'Net' a constructor with a parameter for it; or
  net.size = n;
  return net;
}

#include "unsupported-base-that-is-read.run.h"
