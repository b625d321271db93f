// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
  ~Layer();
  friend Layer layer(int n);

 public:
  explicit Layer(int width);
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+2]]:10: error: the destructor of 'Layer' is not public: only the recipe may make such an object [run-inaccessible]
// CHECK: inaccessible-private-destructor.cpp:5:3: note: declared here; make it public, or return the object by a pointer that a public factory function gives
  return Layer(n);
}

#include "inaccessible-private-destructor.run.h"
