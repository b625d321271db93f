// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

struct Layer {
  int width = 0;
};
struct Net {
  std::vector<Layer> layers{};
  std::map<std::string, Layer> by_name{};
  std::unordered_map<std::string, Layer> unordered{};
};
struct Deep {
  explicit Deep(int depth);
  int width = 0;
  std::vector<Layer> layers;
};
std::vector<Layer> made();

[[run::autoconvert(allow_control_flow)]] Net copies(Deep given) {
  Net net{.layers = {Layer{}}};
  // CHECK: :[[@LINE+2]]:8: error: 'entry' is an entry of a map: a loop over configured objects names its two [run-unsupported]
  // CHECK: note: write `auto& [key, value]`, or `const auto& [key, value]`
  for (auto& entry : net.by_name) entry.second.width = 3;
  // CHECK: :[[@LINE+2]]:19: error: 'layer' is of a copy of the entry, which the loop changes [run-unsupported]
  // CHECK: note: write `auto&` to change the entry, or copy it into a variable of its own
  for (auto [key, layer] : net.by_name) layer.width = 3;
  // CHECK: :[[@LINE+1]]:29: error: nobody knows the order in which the entries of this map come
  for (auto& [key, layer] : net.unordered) layer.width = 3;
  // CHECK: :[[@LINE+2]]:42: error: this may add an entry to the map that the loop goes over [run-unsupported]
  // CHECK: note: name an entry that there is by `at`, and add others behind the loop
  for (auto& [key, layer] : net.by_name) net.by_name[key + "2"] = layer;
  // CHECK: :[[@LINE+2]]:47: error: 'key' hides a variable that the loop names: its elements are written out in the body [run-unsupported]
  // CHECK: note: give this variable a name of its own
  for (auto& [key, layer] : net.by_name) for (int key = 0; key < 2; ++key) layer.width = key;
  // CHECK: :[[@LINE+1]]:8: error: a loop over configured objects cannot be converted [run-unsupported]
  for (auto& layer : given.layers) layer.width = 3;
  return net;
}

[[run::autoconvert(allow_control_flow)]] std::vector<Layer> of_a_function() {
  auto layers = made();
  // CHECK: :[[@LINE+1]]:22: error: {{.*}} is made by a function that is called when the configuration is built
  for (auto& layer : layers) layer.width = 3;
  return layers;
}

[[run::autoconvert(allow_control_flow)]] std::vector<Deep> members_of_given(std::vector<Deep> layers) {
  // CHECK: :[[@LINE+1]]:30: error: the member 'width' lies in an object that was handed in as 'layers' [run-value-of-configured]
  for (auto& layer : layers) layer.width = 3;
  return layers;
}

#include "unsupported-loop.run.h"
