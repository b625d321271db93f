// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] const Layer& layer(int n) {
  Layer result(n);
// CHECK: :[[@LINE+2]]:10: error: the recipe returns a reference to its local 'result' [run-reference]
// CHECK: note: return or pass the object by value, by std::unique_ptr or by std::shared_ptr
  return result;
}

#include "reference-returned.run.h"
