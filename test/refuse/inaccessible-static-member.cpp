// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

class Hidden {
  // CHECK: :[[@LINE+1]]:37: error: the recipe 'layer' is not public: nobody could ask for its configuration [run-inaccessible]
  [[run::autoconvert]] static Layer layer() { return Layer{1}; }
};

struct Last final {
  // CHECK: :[[@LINE+1]]:37: error: the class 'Last' of the recipe is final: {{.*}} [run-inaccessible]
  [[run::autoconvert]] static Layer layer() { return Layer{1}; }
};

union Either {
  int n;
  // CHECK: :[[@LINE+1]]:37: error: a member of a union cannot be converted [run-inaccessible]
  [[run::autoconvert]] static Layer layer() { return Layer{1}; }
};

template <class T>
struct Generic {
  // CHECK: :[[@LINE+1]]:37: error: the member function 'layer' of a class template cannot be converted as a recipe [run-unsupported]
  [[run::autoconvert]] static Layer layer() { return Layer{1}; }
};

#include "inaccessible-static-member.run.h"
