// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Curve {
 public:
  explicit Curve(double slope);
  double operator()(double x) const;
};

struct Model {
  double start;
};

[[run::autoconvert]] Model model(double slope) {
  Curve curve(slope);
// CHECK: :[[@LINE+1]]:16: error: the operator '()' is applied to a configured object
  return Model{curve(0.5)};
}

#include "operator-call.run.h"
