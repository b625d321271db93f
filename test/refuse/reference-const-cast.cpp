// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// C++ lets a const_cast change a const object; its configuration is const as well.
#include <memory>

struct Layer {
  int width = 1;
  mutable int uses = 0;
};

[[run::autoconvert]] Layer layer(int n) {
  const Layer layer{n};
  // CHECK: :[[@LINE+2]]:3: error: 'layer' is const, and so is its configuration: this cannot be changed in it [run-reference]
  // CHECK: :[[@LINE+1]]:3: note: declare 'layer' without const
  const_cast<Layer&>(layer).width = 4;
  // CHECK: :[[@LINE+1]]:3: error: 'layer' is const, and so is its configuration: this cannot be changed in it [run-reference]
  layer.uses = 1;
  return layer;
}

// What a const pointer holds may change.
[[run::autoconvert]] std::shared_ptr<Layer> held(int n) {
  const auto layer = std::make_shared<Layer>();
  layer->width = n;
  return layer;
}

#include "reference-const-cast.run.h"
