// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#define AT_MOST(limit, x) ((x) > (limit) ? (limit) : (x))

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:16: error: the conditional operator '?:' in a recipe [run-control-flow]
  return Layer{AT_MOST(3, n)};
}

#define CHECK(condition) \
  do {                   \
    if (!(condition)) ++n; \
  } while (false)

// Of what a macro writes, one finding is enough; what it is given is the recipe's own.
[[run::autoconvert]] Layer checked(int n) {
// CHECK: :[[@LINE+1]]:3: error: 'do' in a recipe [run-control-flow]
  CHECK(n > 3);
// CHECK: :[[@LINE+2]]:3: error: 'do' in a recipe [run-control-flow]
// CHECK: :[[@LINE+1]]:11: error: the conditional operator '?:' in a recipe [run-control-flow]
  CHECK(n ? true : false);
  return Layer{n};
}

#include "control-flow-in-own-macro.run.h"
