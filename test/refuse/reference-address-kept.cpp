// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer(n);
// CHECK: :[[@LINE+1]]:24: error: the address of 'layer', a configured object
  Layer* const alias = &layer;
  Layer* const other = alias;
  return *other;
}

#include "reference-address-kept.run.h"
