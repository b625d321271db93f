// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <map>
#include <vector>

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer() {
  int sum = 0;
  const int sizes[] = {1, 2, 3};
// CHECK: :[[@LINE+1]]:3: error: 'for' over a range in a recipe [run-control-flow]
  for (const int size : sizes) sum += size;
  return Layer{sum};
}

// Whether it could be kept is no matter yet.
std::vector<Layer> made();
[[run::autoconvert]] std::vector<Layer> layers(std::map<int, Layer> given) {
  std::vector<Layer> layers;
// CHECK: :[[@LINE+1]]:3: error: 'for' over a range in a recipe [run-control-flow]
  for (const Layer& layer : made()) layers.push_back(layer);
// CHECK: :[[@LINE+1]]:3: error: 'for' over a range in a recipe [run-control-flow]
  for (const auto& entry : given) layers.push_back(entry.second);
  return layers;
}

#include "control-flow-range-for.run.h"
