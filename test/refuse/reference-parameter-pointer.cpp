// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  explicit Model(const Layer& layer);
};

// CHECK: :[[@LINE+1]]:47: error: the parameter 'layer' points to an object that must exist before the configuration [run-reference]
[[run::autoconvert]] Model model(const Layer* layer) { return Model(*layer); }

#include "reference-parameter-pointer.run.h"
