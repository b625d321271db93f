// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// The name of a base's member says another one in the derived class.
struct Base {
  int size = 1;
  int rows = 1;
};
struct Other {
  int rows = 2;
};
struct Layer : Base, Other {
  int size = 2;
};

[[run::autoconvert]] Layer layer(int n) {
  Layer layer;
  layer.size = n;
  // CHECK: :[[@LINE+1]]:3: error: the member 'size' of the base 'Base' shares its name with another member of 'Layer': an argument of that name would not be this one [run-ambiguous-parameter]
  layer.Base::size = n;
  // CHECK: :[[@LINE+1]]:3: error: the member 'rows' of the base 'Other' shares its name with another member of 'Layer'
  layer.Other::rows = n;
  return layer;
}

[[run::autoconvert]] Layer braced(int n) {
  // CHECK: :[[@LINE+2]]:17: error: the member 'size' of the base 'Base' shares
  // CHECK: :[[@LINE+1]]:20: error: the member 'rows' of the base 'Base' shares
  return Layer{{n, 2}, {3}, 4};
}

#include "ambiguous-parameter-hidden.run.h"
