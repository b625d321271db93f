// A companion that is not there yet is an empty one, this file's own and any other.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/missing-companions.run.h
#include "layers/other.run.h"
#include <library/more.run.h>

struct Layer {
  int width;
};

// CHECK: return ::run::Config<::Layer>({.width = n});
[[run::autoconvert]] Layer layer(int n) { return Layer{n}; }

#include "missing-companions.run.h"
