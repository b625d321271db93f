// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width = 1;
};

[[run::autoconvert]] Layer base(int n) { return Layer{n}; }

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+3]]:16: error: the result of 'base' is used as a value
// CHECK: note: write the call of 'base' within run::exempt(…), which is executed while the recipe is converted
// CHECK: note: or pass its result to a function of your own, whose call becomes a node of the configuration
  return Layer{base(n).width * 2};
}

// [[run::exempt]] says nothing of a recipe: it is converted wherever it is called.
[[run::autoconvert, run::exempt]] Layer either(int n) { return Layer{n}; }

[[run::autoconvert]] Layer other(int n) {
// CHECK: :[[@LINE+2]]:16: error: the result of 'either' is used as a value
// CHECK: note: write the call of 'either' within run::exempt(…)
  return Layer{either(n).width * 2};
}

#include "value-of-configured-recipe.run.h"
