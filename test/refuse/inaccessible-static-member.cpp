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
struct Generic final {
  // CHECK: :[[@LINE+1]]:37: error: the class 'Generic<int>' of the recipe is final: {{.*}} [run-inaccessible]
  [[run::autoconvert]] static Layer layer() { return Layer{1}; }
  template <class U>
  // CHECK: :[[@LINE+1]]:37: error: the member template 'made' of a class template cannot be converted as a recipe [run-unsupported]
  [[run::autoconvert]] static Layer made() { return Layer{1}; }
  struct Inner {
    // CHECK: :[[@LINE+1]]:39: error: the member function 'layer' of a class in a class template cannot be converted as a recipe [run-unsupported]
    [[run::autoconvert]] static Layer layer() { return Layer{1}; }
  };
};
template struct Generic<int>;

template <class... Ts>
struct Several {
  // CHECK: :[[@LINE+1]]:37: error: the template parameter 'Ts' of the recipe 'layer' cannot be converted: what it stands for has no name [run-unsupported]
  [[run::autoconvert]] static Layer layer() { return Layer{sizeof...(Ts)}; }
};
template struct Several<int, char>;

// Nobody asks for an instance.
template <class T>
struct Unused {
  // CHECK: :[[@LINE+2]]:37: warning: no instance of the recipe template 'layer' is asked for here, so nothing is converted of it [run-unreachable-recipe]
  // CHECK: note: instantiate its class explicitly below, as in `template class Unused<int>;`, or call it in another recipe of this file
  [[run::autoconvert]] static Layer layer() { return Layer{1}; }
};

#include "inaccessible-static-member.run.h"
