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

// CHECK: :[[@LINE+1]]:41: error: the parameter 'layer' is a reference to an object that the recipe may change [run-reference]
[[run::autoconvert]] Model model(Layer& layer) { return Model(layer); }

#include "reference-parameter.run.h"
