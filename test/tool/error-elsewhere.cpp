// An error in code that no recipe touches is a warning: the file is converted.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}' --implicit-check-not=generated
// RUN: FileCheck %s --check-prefix=CONVERTED --input-file=%t/error-elsewhere.run.h
struct Layer {
  int width;
};

// CHECK: error-elsewhere.cpp:[[@LINE+1]]:1: warning: unknown type name 'Unknown'
Unknown other(int n);

struct Other {
  // CHECK: error-elsewhere.cpp:[[@LINE+1]]:3: warning: unknown type name 'Unknown'
  Unknown member;
};

// CONVERTED: return ::run::Config<::Layer>({.width = n});
[[run::autoconvert]] Layer layer(int n) { return Layer{n}; }

#include "error-elsewhere.run.h"
