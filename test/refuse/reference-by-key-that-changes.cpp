// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A reference is written as what it refers to wherever it is used: the key must be the same there.
#include <map>
#include <string>
#include <vector>

struct Layer {
  int width = 1;
};
struct Model {
  std::map<std::string, Layer> layers;
};

[[run::autoconvert]] Model appended(std::string key) {
  Model model;
  // CHECK: :[[@LINE+1]]:30: error: the reference 'layer' to an element cannot be converted where its index may change: use a constant, or write the element out where it is used [run-unsupported]
  auto& layer = model.layers[key];
  layer.width = 1;
  key += "b";
  layer.width = 2;
  return model;
}
[[run::autoconvert]] Model assigned() {
  Model model;
  const char* key = "a";
  // CHECK: :[[@LINE+1]]:30: error: the reference 'layer' to an element
  auto& layer = model.layers[key];
  layer.width = 1;
  key = "b";
  layer.width = 2;
  return model;
}
[[run::autoconvert]] Model through_another(std::string key) {
  Model model;
  std::string& other = key;
  // CHECK: :[[@LINE+1]]:30: error: the reference 'layer' to an element
  auto& layer = model.layers[key];
  other = "b";
  layer.width = 2;
  return model;
}
[[run::autoconvert]] Model in_letters(char* key) {
  Model model;
  // CHECK: :[[@LINE+1]]:30: error: the reference 'layer' to an element
  auto& layer = model.layers[key];
  key[0] = 'b';
  layer.width = 2;
  return model;
}
[[run::autoconvert(allow_control_flow)]] Model of_the_range(std::vector<std::string> keys) {
  Model model;
  for (const auto& key : keys) {
    // CHECK: :[[@LINE+1]]:32: error: the reference 'layer' to an element
    auto& layer = model.layers[key];
    keys[0] = "z";
    layer.width = 3;
  }
  return model;
}

#include "reference-by-key-that-changes.run.h"
