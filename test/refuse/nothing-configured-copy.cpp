// A copy of a constant of the library's is no configuration, whatever is set of it.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | \
// RUN: FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Parameters {
 public:
  Parameters() : seed(1) {}
  int seed;
};
extern const Parameters kThird;
inline Parameters third() { return kThird; }

[[run::autoconvert]] inline Parameters called() {
  Parameters parameters = third();
  parameters.seed = 2;
  return parameters;
}

// CHECK: :[[@LINE+1]]:40: error: the result of the recipe 'copied' holds no configured object [run-nothing-configured]
[[run::autoconvert]] inline Parameters copied() {
  Parameters parameters(kThird);
  parameters.seed = 2;
  // CHECK: :[[@LINE+1]]:10: note: this 'Parameters' is finished already, as a copy of a constant is: let a function of your own return it, whose call becomes a node
  return parameters;
}

#include "nothing-configured-copy.run.h"
