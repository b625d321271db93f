// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  Layer(int width, std::unique_ptr<Layer> next);
};

[[run::autoconvert]] std::unique_ptr<Layer> second(int n);
[[run::autoconvert]] std::unique_ptr<Layer> third(int n);

// CHECK: :[[@LINE+1]]:94: error: the recipe 'first' reaches itself through 'second' [run-recursion]
[[run::autoconvert]] std::unique_ptr<Layer> first(int n) { return std::make_unique<Layer>(n, second(n - 1)); }
// CHECK: :[[@LINE+1]]:95: error: the recipe 'second' reaches itself through 'third' [run-recursion]
[[run::autoconvert]] std::unique_ptr<Layer> second(int n) { return std::make_unique<Layer>(n, third(n - 1)); }
[[run::autoconvert]] std::unique_ptr<Layer> third(int n) {
// CHECK: :[[@LINE+1]]:37: error: the recipe 'third' reaches itself through 'first' [run-recursion]
  return std::make_unique<Layer>(n, first(n - 1));
}

// What only calls one of them is no part of the circle.
[[run::autoconvert]] std::unique_ptr<Layer> outside(int n) { return first(n); }

#include "recursion-of-three.run.h"
