// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#define LOCAL(name, width) Layer name(width)

class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:3: error: {{.*}}'result'{{.*}} macro{{.*}} [run-macro]
  LOCAL(result, n);
  return result;
}

#include "macro-writes-declaration.run.h"
