// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What is made for its effect alone is nothing in a configuration.
#include <memory>

class Guard {
 public:
  Guard();
  ~Guard();
};
struct Layer {
  int width = 1;
};
Layer noted();

[[run::autoconvert]] Layer layer(int n) {
  // CHECK: :[[@LINE+2]]:9: error: 'guard' is made and not used: nothing in the configuration would make it [run-unsupported]
  // CHECK: :[[@LINE+1]]:9: note: drop it; or do what it is for in a function of your own, whose call becomes a node of the configuration
  Guard guard;
  // CHECK: :[[@LINE+1]]:9: error: 'note' is made and not used: nothing in the configuration would make it [run-unsupported]
  Layer note = noted();
  [[maybe_unused]] Layer unused = noted();
  [[maybe_unused]] Layer nothing;
  return Layer{n};
}

#include "unsupported-made-for-itself.run.h"
