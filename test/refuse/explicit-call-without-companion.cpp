// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- %flags 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t

#include <run/run.h>

struct Model {
  int width = 1;
};

inline Model scaled(int width, int factor = 2) { return Model{width * factor}; }

// The file's own companion comes too late for its compiler.
[[run::autoconvert]]
run::Partial<run::Fn<&scaled>> job(int width) {
  // CHECK: [[@LINE+1]]:10: error: no companion that is included before this names the arguments of 'scaled' [run-unsupported]
  return run::partial<scaled>({.width = width});
}
// CHECK: note: use std::bind_front, which needs no companion; or annotate 'scaled' {{.*}}run::configurable

// Without arguments nothing has to be known.
[[run::autoconvert]]
run::Partial<run::Fn<&scaled>> bare() {
  return run::partial<scaled>();
}

#include "explicit-call-without-companion.run.h"
