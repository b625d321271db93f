// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <map>
#include <memory>
#include <string>
#include <vector>

struct Layer {
  int width = 0;
};
struct Net {
  std::vector<Layer> layers{};
  std::map<std::string, Layer> by_name{};
};
std::vector<Layer> made();

[[run::autoconvert(allow_control_flow)]] Net copies(Net given) {
  Net net{.layers = {Layer{}}};
  // CHECK: :[[@LINE+2]]:8: error: 'layer' is a copy of the element: a loop over configured objects takes them by reference [run-unsupported]
  // CHECK: note: write `auto& layer`, or `const auto& layer`
  for (auto layer : net.layers) layer.width = 3;
  // CHECK: :[[@LINE+1]]:8: error: a loop over configured objects cannot be converted [run-unsupported]
  for (auto& [key, layer] : net.by_name) layer.width = 3;
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

[[run::autoconvert(allow_control_flow)]] std::vector<Layer> members_of_given(std::vector<Layer> layers) {
  // CHECK: :[[@LINE+1]]:30: error: the member 'width' lies in an object that is made when the configuration is built: it does not exist yet [run-value-of-configured]
  for (auto& layer : layers) layer.width = 3;
  return layers;
}

#include "unsupported-loop.run.h"
