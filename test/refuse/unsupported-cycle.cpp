// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Objects that hold each other have no configuration.
#include <memory>

struct Node {
  std::shared_ptr<Node> next{};
  int size = 0;
};

[[run::autoconvert]] std::shared_ptr<Node> node(int n) {
  auto node = std::make_shared<Node>();
  node->size = n;
  // CHECK: :[[@LINE+2]]:16: error: 'node' would hold itself: a configuration has no cycles [run-unsupported]
  // CHECK: :[[@LINE+1]]:16: note: tie the objects in a function of your own, whose call becomes a node of the configuration
  node->next = node;
  return node;
}

#include "unsupported-cycle.run.h"
