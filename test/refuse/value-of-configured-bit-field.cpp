// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A bit-field holds less than what is assigned to it, perhaps: only the object knows.
struct Layer {
  unsigned rows : 3 = 1;
  unsigned size = 2;
};

[[run::autoconvert]] Layer layer(unsigned n) {
  Layer layer;
  layer.rows = n;
  // CHECK: :[[@LINE+2]]:16: error: the bit-field 'rows' may hold less than what was assigned to it: it cannot be read while the recipe is converted [run-value-of-configured]
  // CHECK: :[[@LINE+1]]:16: note: read the local or parameter that it was set from
  layer.size = layer.rows + 1;
  // CHECK: :[[@LINE+1]]:3: error: the bit-field 'rows' may hold less
  layer.rows += 1;
  return layer;
}

#include "value-of-configured-bit-field.run.h"
