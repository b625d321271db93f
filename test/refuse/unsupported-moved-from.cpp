// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A local that was moved from has no configuration any more, in the next turn of a loop neither.
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Layer {
  std::string name;
};
struct Stack {
  Layer first{};
  Layer last{};
  std::vector<Layer> more{};
  std::shared_ptr<Layer> head{};
  std::unique_ptr<Layer> tail{};
};

[[run::autoconvert]] Stack local(std::string name) {
  Layer layer{name};
  Stack stack{.first = std::move(layer)};
  // CHECK: :[[@LINE+2]]:16: error: 'layer' is used after it was moved from: its configuration is gone [run-unsupported]
  // CHECK: :[[@LINE-2]]:24: note: moved here; leave out std::move, or assign it anew before
  stack.last = layer;
  auto head = std::make_shared<Layer>();
  stack.head = std::move(head);
  // CHECK: :[[@LINE+1]]:3: error: 'head' is used after it was moved from: its configuration is gone [run-unsupported]
  head->name = "x";
  auto tail = std::make_unique<Layer>();
  stack.tail = std::move(tail);
  // CHECK: :[[@LINE+2]]:3: error: 'tail' is used after it was moved from: its configuration is gone [run-unsupported]
  // CHECK: :[[@LINE-2]]:16: note: moved here; do this before, or through what it was moved to
  tail->name = "x";
  return stack;
}

[[run::autoconvert(allow_control_flow)]] Stack turns(int n) {
  Stack stack;
  Layer layer{"x"};
  for (int i = 0; i < n; ++i) {
    // CHECK: :[[@LINE+2]]:26: error: 'layer' is moved from each time the loop's body is executed: its configuration is gone then [run-unsupported]
    // CHECK: :[[@LINE-3]]:9: note: leave out std::move, or declare it in the loop
    stack.more.push_back(std::move(layer));
  }
  return stack;
}

[[run::autoconvert(allow_control_flow)]] Stack assigned_in_turns(int n) {
  Stack stack;
  Layer layer{"x"};
  auto head = std::make_shared<Layer>();
  for (int i = 0; i < n; ++i) {
    layer.name = "y";
    layer = Layer{"z"};
    // CHECK: :[[@LINE+1]]:26: error: 'layer' is moved from each time the loop's body is executed
    stack.more.push_back(std::move(layer));
    if (i % 2) head = std::make_shared<Layer>();
    // CHECK: :[[@LINE+1]]:18: error: 'head' is moved from each time the loop's body is executed
    stack.head = std::move(head);
  }
  return stack;
}
[[run::autoconvert(allow_control_flow)]] Stack assigned_first(int n) {
  Stack stack;
  Layer layer{"x"};
  std::unique_ptr<Layer> head;
  for (int i = 0; i < n; ++i) {
    head = std::make_unique<Layer>();
    head->name = "head";
    layer = Layer{"z"};
    stack.more.push_back(std::move(layer));
    if (i == 2) stack.head = std::move(head);
  }
  return stack;
}

[[run::autoconvert(allow_control_flow)]] Stack member_turns(int n) {
  Stack stack, from;
  for (int i = 0; i < n; ++i) {
    // CHECK: :[[@LINE+2]]:26: error: a member of 'from' is moved out of it each time the loop's body is executed: it is gone then [run-unsupported]
    // CHECK: :[[@LINE-3]]:16: note: copy it, or move it behind the loop
    stack.more.push_back(std::move(from.first));
  }
  return stack;
}

struct Pair {
  std::shared_ptr<Stack> whole{};
  Layer part{};
};
[[run::autoconvert]] Pair shared_member(std::string name) {
  auto stack = std::make_shared<Stack>();
  stack->first = Layer{name};
  Pair pair{.whole = stack};
  // CHECK: :[[@LINE+2]]:15: error: a member is moved out of an object that others may hold, too: in the configuration it would still be there for them [run-unsupported]
  // CHECK: :[[@LINE+1]]:15: note: copy it, leave out std::move, or move it before the object is shared
  pair.part = std::move(stack->first);
  return pair;
}
// Nobody else holds it.
[[run::autoconvert]] Pair own_member(std::string name) {
  auto stack = std::make_shared<Stack>();
  stack->first = Layer{name};
  return Pair{.part = std::move(stack->first)};
}

[[run::autoconvert(allow_control_flow)]] Stack branches(int n) {
  Stack stack;
  Layer layer{"x"};
  if (n > 2) {
    stack.more.push_back(std::move(layer));
  }
  // CHECK: :[[@LINE+1]]:16: error: 'layer' is used after it was moved from: its configuration is gone [run-unsupported]
  stack.last = layer;
  return stack;
}

[[run::autoconvert]] Stack given(Layer layer) {
  Stack stack{.first = std::move(layer)};
  // CHECK: :[[@LINE+1]]:16: error: 'layer' is used after it was moved from: its configuration is gone [run-unsupported]
  stack.last = layer;
  return stack;
}

// Nothing is said of what is assigned anew, or left.
[[run::autoconvert(allow_control_flow)]] Stack anew(int n) {
  Stack stack;
  Layer layer{"x"};
  stack.more.push_back(std::move(layer));
  layer = Layer{"y"};
  for (int i = 0; i < n; ++i) {
    Layer inner{"z"};
    stack.more.push_back(std::move(inner));
  }
  if (n > 2) {
    stack.last = std::move(layer);
    return stack;
  }
  stack.first = layer;
  return stack;
}

#include "unsupported-moved-from.run.h"
