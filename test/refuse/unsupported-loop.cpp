// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <list>
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

struct Tree {
  int depth = 0;
  std::vector<std::shared_ptr<Tree>> children{};
};

struct Rows {
  std::vector<Net> nets = {Net(), Net()};
  std::list<Layer> layers{};
};

[[run::autoconvert(allow_control_flow)]] std::shared_ptr<Tree> climbed() {
  auto root = std::make_shared<Tree>();
  root->children = {std::make_shared<Tree>()};
  auto current = root;
  // CHECK: :[[@LINE+2]]:22: error: the loop's body gives the smart pointer another object through which the loop goes: each turn names it anew [run-unsupported]
  // CHECK: note: give the pointer a second name in front of the loop, `auto first = pointer;`, and loop over what that has
  for (auto& child : current->children) {
    child->depth = 1;
    current = child;
  }
  return root;
}

[[run::autoconvert(allow_control_flow)]] Rows turned() {
  Rows rows;
  int i = 0;
  // CHECK: :[[@LINE+2]]:32: error: a loop over a container whose index may change cannot be converted: each turn names it anew [run-unsupported]
  // CHECK: note: give the index a constant of its own in front of the loop
  for (auto& layer : rows.nets[i].layers) {
    layer.width = 2;
    i = 1;
  }
  rows.layers = {Layer{1}, Layer{2}};
  for (auto& layer : rows.layers) {
    layer.width += 1;
    // CHECK: :[[@LINE+2]]:5: error: this adds or removes elements of the container that the loop goes over [run-unsupported]
    // CHECK: note: collect what is to be added in a local container, and add it behind the loop
    rows.layers.push_front(Layer{3});
    if (layer.width > 2) break;
  }
  for (auto layer : rows.layers) {
    // CHECK: :[[@LINE+1]]:28: error: this adds or removes elements
    if (layer.width > 2) { rows.layers.push_back(layer); break; }
  }
  const int last = 1;
  for (auto& layer : rows.nets[last].layers) layer.width = i;
  return rows;
}

#include "unsupported-loop.run.h"
