// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <cassert>
#define WIDTH 3
#define DEPTH 4
#define TWICE_DEPTH (2 * DEPTH)
#define SAME 5
#define LATER 6

struct Layer {
  int width;
  int depth = 1;
  const char* name = "";
};

[[run::autoconvert]] Layer layer(int n) {
  assert(n > 0);
// CHECK: :[[@LINE+2]]:16: error: the macro 'WIDTH' is not defined any more where the companion is included, which repeats this text [run-macro]
// CHECK: macro-changed.cpp:5:9: note: defined here;
  return Layer{WIDTH, SAME};
}

// CHECK: :[[@LINE+2]]:50: error: the macro 'DEPTH' is another one where the companion is included, which repeats this text [run-macro]
// CHECK: :[[@LINE+18]]:9: note: defined here;
[[run::autoconvert]] Layer deep() { return Layer{TWICE_DEPTH, LATER}; }

// CHECK: :[[@LINE+1]]:71: error: '__func__' would name the converted function [run-macro]
[[run::autoconvert]] Layer named() { return Layer{.width = 1, .name = __func__}; }

#define NAMED(...) Layer{.width = 1, __VA_ARGS__}
#define HERE __func__
// CHECK: :[[@LINE+1]]:71: error: '__func__' would name the converted function [run-macro]
[[run::autoconvert]] Layer given() { return NAMED(.depth = 2, .name = __func__); }
// CHECK: :[[@LINE+1]]:70: error: '__func__' would name the converted function [run-macro]
[[run::autoconvert]] Layer here() { return Layer{.width = 1, .name = HERE}; }

// CHECK: :[[@LINE+1]]:71: error: '__FILE__' would mean the companion's place [run-macro]
[[run::autoconvert]] Layer filed() { return Layer{.width = 1, .name = __FILE__}; }

#undef WIDTH
#undef DEPTH
#define DEPTH 40
#undef SAME
#define SAME 5
#include "macro-changed.run.h"
#undef LATER
