// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A setter is no argument where others have the names that it could have, or where it is deprecated.

class Optimizer {
 public:
  explicit Optimizer(double lr = 0.1);
  Optimizer& lr(double lr);
  double lr() const;
  void set_lr(double lr);
  [[deprecated("call lr")]] void set_rate(double rate);
};

[[run::autoconvert]] Optimizer taken() {
  Optimizer optimizer(0.5);
  optimizer.lr(0.25);
// CHECK: :[[@LINE+2]]:13: error: the member function 'set_lr' is called on a configured object of type 'Optimizer', which does not exist while the recipe is converted [run-member-call]
// CHECK: :11:8: note: 'set_lr' is no argument, since others of 'Optimizer' have the names that it could have: call one of those; or do it in a function of your own, whose call becomes a node of the configuration
  optimizer.set_lr(0.125);
  return optimizer;
}

[[run::autoconvert]] Optimizer old() {
  Optimizer optimizer;
// CHECK: :[[@LINE+2]]:13: error: the member function 'set_rate' is called on a configured object of type 'Optimizer'
// CHECK: :12:34: note: 'set_rate' is deprecated, so it is no argument: call what replaces it; or do it in a function of your own
  optimizer.set_rate(0.125);
  return optimizer;
}

#include "member-call-setter-without-name.run.h"
