// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
  int width() const;
};

[[run::autoconvert(allow_control_flow)]] Layer layer(int n) {
  Layer result(n);
// CHECK: :[[@LINE+1]]:14: error: the member function 'width' is called on a configured object of type 'Layer'
  if (result.width() > 3) return Layer(3);
// CHECK: :[[@LINE+1]]:14: error: 'throw' in a recipe [run-exception]
  if (n < 0) throw n;
  return result;
}

#include "control-flow-allowed-keeps-other-rules.run.h"
