// A class that Clang could not read whole, a header was forgotten: it says so, and nothing else is said of the class.
// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Style;

// CHECK: :[[@LINE+3]]:9: error: field has incomplete type 'Style'
struct Window {
  int width = 0;
  Style style;
};
// CHECK: :[[@LINE+2]]:8: error: field has incomplete type 'Ring'
struct Ring {
  Ring next;
};

[[run::autoconvert]] Window window(int width) {
  Window window;
  window.width = width;
  return window;
}
[[run::autoconvert]] Ring ring() { return Ring(); }

#include "error-incomplete-member.run.h"
