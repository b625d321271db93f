// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

struct Options {
  int size = 1;
  void set_depth(int depth);
};

// What the constructor makes of its arguments nobody knows: a part of the member is no part of the argument.
class Model {
 public:
  explicit Model(Options options = Options(), std::vector<Options> more = {});
  Options options;
  std::vector<Options> more;
  Options free;
};

[[run::autoconvert]] Model given(int n) {
  Model model(Options{.size = n});
// CHECK: :[[@LINE+1]]:3: error: the member 'options' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  model.options.size = 2;
  return model;
}

[[run::autoconvert]] Model left(int n) {
  Model model;
  model.free.size = 3;
// CHECK: :[[@LINE+1]]:3: error: the member 'options' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  model.options.set_depth(n);
// CHECK: :[[@LINE+1]]:3: error: the member 'more' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  model.more.push_back(Options{.size = n});
  return model;
}

[[run::autoconvert]] Model read(int n) {
  Model model(Options{.size = n}, {Options{.size = 3}});
// CHECK: :[[@LINE+1]]:21: error: the member 'size' of 'model' cannot be read while the recipe is converted [run-value-of-configured]
  model.free.size = model.options.size;
// CHECK: :[[@LINE+1]]:3: error: the member 'more' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  model.more[0].size = 1;
  return model;
}

#include "ambiguous-parameter-within.run.h"
