// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Chain {
 public:
  Chain();
  Chain& operator<<(int width);
};

[[run::autoconvert]] Chain chain(int n) {
  Chain chain;
// CHECK: :[[@LINE+1]]:9: error: the operator '<<' is applied to a configured object
  chain << n << 3;
  return chain;
}

#include "operator-shift-chain.run.h"
