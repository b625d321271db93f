// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-configured-scalar.run.h
int tuned(int base);

// CHECK: inline ::run::Config<::run::Fn<&::tuned>> autoconvert_seed(int n) { return ::run::config<&::tuned>({.base = n + 1}); }
[[run::autoconvert]] int seed(int n) { return tuned(n + 1); }

#include "ok-configured-scalar.run.h"
