// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// References to what is not there any more, or not always the same.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct Layer {
  int width = 1;
};

struct Model {
  std::vector<Layer> layers;
  std::shared_ptr<Layer> head;
  std::vector<int> sizes{1, 2};
  std::string name = "model";
};

[[run::autoconvert]] Model model(int n) {
  Model model;
  auto& last = model.layers.emplace_back();
  model.layers.push_back(Layer{n});
// CHECK: :[[@LINE+1]]:3: error: 'last' refers to an element of a container that others were added to: change an element before the next one is added [run-reference]
  last.width = 2;
  model.head = std::make_shared<Layer>();
  auto& head = *model.head;
  head.width = 3;
  model.head = std::make_shared<Layer>();
// CHECK: :[[@LINE+1]]:3: error: 'head' refers to an object whose smart pointer holds another one by now: change the object before the pointer is assigned [run-reference]
  head.width = 4;
// CHECK: :[[@LINE+1]]:29: error: the reference 'some' to an element cannot be converted where its index may change: use a constant, or write the element out where it is used [run-unsupported]
  auto& some = model.layers[n];
  ++n;
  some.width = 5;
// CHECK: :[[@LINE+1]]:8: error: 'size' would refer to a part of a configured object's member: make it a copy [run-unsupported]
  int& size = model.sizes[0];
  size = 6;
// CHECK: :[[@LINE+1]]:20: error: 'name' would refer to a part of a configured object's member: make it a copy [run-unsupported]
  std::string_view name = model.name;
// CHECK: :[[@LINE+1]]:15: error: a member of a configured object may be changed here: only a statement of its own can do that; copy the member to a local [run-unsupported]
  int first = model.sizes[0]++;
// CHECK: :[[@LINE+1]]:37: error: two members are changed by one statement: change one after the other, or work on locals that are assigned to them at the end [run-unsupported]
  model.name[0] = static_cast<char>(model.sizes[1] = first + static_cast<int>(name.size()));
  return model;
}

#include "reference-lost.run.h"
