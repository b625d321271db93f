// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Layer {
 public:
  Layer();
};

[[run::autoconvert]] std::unique_ptr<Layer> layer() {
// CHECK: :[[@LINE+2]]:33: error: 'new' in a recipe [run-raw-new]
// CHECK: {{^}}      |{{ *}}std::make_unique<Layer>()
  return std::unique_ptr<Layer>(new Layer);
}

#include "raw-new-without-parentheses.run.h"
