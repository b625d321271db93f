// What a configuration gives of a value is a copy: what can only be moved can be moved out of it, and not be read.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Leaf {
  int width = 1;
};
struct Net {
  std::unique_ptr<std::string> name{};
  std::unique_ptr<int> count{};
  std::vector<std::unique_ptr<int>> numbers{};
  Leaf leaf{};
};

[[run::autoconvert]] Net net() {
  Net net;
  auto name = std::make_unique<std::string>("n");
  *name += "et";
  net.leaf.width = static_cast<int>(name->size());
  net.name = std::move(name);
  Net other;
  other.name = std::move(net.name);
  return other;
}

[[run::autoconvert]] Net changed() {
  Net net;
  net.name = std::make_unique<std::string>("n");
  // CHECK: :[[@LINE+2]]:4: error: the member 'name' of 'net' can only be moved: a configuration has no copy of its 'std::unique_ptr<std::string>' to give [run-value-of-configured]
  // CHECK: note: keep it in a local, change or read that, and assign it once, by std::move
  *net.name += "et";
  // CHECK: :[[@LINE+1]]:3: error: the member 'name' of 'net' can only be moved:
  net.name->push_back('x');
  return net;
}

[[run::autoconvert]] Net read() {
  Net net{.count = std::make_unique<int>(3)};
  // CHECK: :[[@LINE+1]]:21: error: the member 'count' of 'net' can only be moved:
  net.leaf.width = *net.count;
  net.numbers.push_back(std::make_unique<int>(3));
  // CHECK: :[[@LINE+1]]:21: error: the member 'numbers' of 'net' can only be moved:
  net.leaf.width = *net.numbers[0];
  return net;
}

#include "value-of-configured-move-only.run.h"
