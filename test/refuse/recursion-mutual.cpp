// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  Layer(int width, std::unique_ptr<Layer> next);
};

[[run::autoconvert]] std::unique_ptr<Layer> odd(int n);

// CHECK: :[[@LINE+1]]:93: error: the recipe 'even' reaches itself through 'odd' [run-recursion]
[[run::autoconvert]] std::unique_ptr<Layer> even(int n) { return std::make_unique<Layer>(n, odd(n - 1)); }

[[run::autoconvert]] std::unique_ptr<Layer> odd(int n) {
// CHECK: :[[@LINE+1]]:37: error: the recipe 'odd' reaches itself through 'even' [run-recursion]
  return std::make_unique<Layer>(n, even(n - 1));
}

#include "recursion-mutual.run.h"
