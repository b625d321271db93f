// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#define GIVE return Layer

class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:3: error: {{.*}}macro{{.*}} [run-macro]
  GIVE(n);
}

#include "macro-writes-return.run.h"
