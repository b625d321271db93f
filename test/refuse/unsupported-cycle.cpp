// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Objects that hold each other have no configuration.
#include <memory>
#include <vector>

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

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> children{};
};
struct Child {
  std::weak_ptr<Parent> parent{};
};

[[run::autoconvert]] std::shared_ptr<Parent> family() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  // CHECK: :[[@LINE+1]]:30: error: 'parent' would hold itself
  parent->children.push_back(child);
  return parent;
}

[[run::autoconvert]] std::shared_ptr<Parent> family_in_braces() {
  auto parent = std::make_shared<Parent>();
  // CHECK: :[[@LINE+1]]:30: error: 'parent' would hold itself
  parent->children.push_back(std::make_shared<Child>(Child{.parent = parent}));
  return parent;
}

// What a variable held before is another object.
[[run::autoconvert]] std::shared_ptr<Node> list() {
  auto head = std::make_shared<Node>();
  auto node = std::make_shared<Node>();
  node->next = head;
  head = node;
  node = std::make_shared<Node>();
  node->next = head;
  return node;
}

[[run::autoconvert]] std::weak_ptr<Parent> weak() {
  // CHECK: :[[@LINE+2]]:10: error: the recipe returns a std::weak_ptr: nobody would hold the object [run-nothing-configured]
  // CHECK: :[[@LINE+1]]:10: note: return it in a std::shared_ptr, or by value
  return std::make_shared<Parent>();
}

#include "unsupported-cycle.run.h"
