// A parameter of which the recipe reads or changes members has them: what a function will give has none yet.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

struct Options {
  int width = 3;
};
struct Panel {
  std::vector<Options> all{};
};
Options scaled(Options options);

[[run::autoconvert]] Panel assigned(Options options) {
  Panel panel;
  options.width = 9;
  // CHECK: :[[@LINE+2]]:13: error: the recipe reads or changes members of 'options', and what is assigned here has none while the recipe is converted [run-value-of-configured]
  // CHECK: :[[@LINE+1]]:13: note: give it to a local of its own
  options = scaled(options);
  panel.all.push_back(options);
  return panel;
}
[[run::autoconvert]] Panel by_a_local(Options options) {
  Panel panel;
  options.width = 9;
  auto other = scaled(options);
  panel.all.push_back(other);
  return panel;
}

#include "value-of-configured-assigned-parameter.run.h"
