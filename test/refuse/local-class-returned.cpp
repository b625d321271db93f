// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Base {
  virtual ~Base() = default;
};

class Model {
 public:
  explicit Model(const Base& base);
};

[[run::autoconvert]] Model model() {
// CHECK: :[[@LINE+1]]:10: error: the class 'Local' is defined inside a recipe [run-local-class]
  struct Local : Base {};
  return Model(Local());
}

#include "local-class-returned.run.h"
