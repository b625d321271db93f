// RUN: rm -rf %t
// RUN: %exits 2 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t

// CHECK: missing-include.cpp:[[@LINE+1]]:10: fatal error: 'layers/layer.h' file not found
#include "layers/layer.h"

#include <memory>
#include <utility>

struct Layer {
  int width;
};

struct Model {
  explicit Model(std::shared_ptr<Layer> l, int w = 0) : layer(std::move(l)), width(w) {}
  std::shared_ptr<Layer> layer;
  int width;
};

struct Pair {
  Model left;
  Model right;
};

[[run::autoconvert]] Layer layer(int n) { return Layer{n}; }

// The tree has holes here: nothing is instantiated behind the error.
[[run::autoconvert]] Pair pair(int n) {
  Model model(std::make_shared<Layer>(Layer{n}), n);
  return Pair{model, model};
}
