// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <tuple>
#include <utility>

struct Layer {
  int width = 1;
};
struct Stack {
  std::unique_ptr<Layer> first{};
  std::unique_ptr<Layer> last{};
};
struct Model {
  std::unique_ptr<Layer> layer{};
  Stack stack{};
};

[[run::autoconvert]] Model model() {
  Stack stack{std::make_unique<Layer>(), nullptr};
  // CHECK: :[[@LINE+2]]:25: error: a member of 'stack' is moved out of it, and 'stack' is used afterwards: the configuration would still have the member [run-unsupported]
  // CHECK: :[[@LINE+1]]:68: note: used here; move the member last, or copy it
  return Model{.layer = std::move(stack.first), .stack = std::move(stack)};
}

// By the name of a structured binding, too.
[[run::autoconvert]] Model bound() {
  Stack stack{std::make_unique<Layer>(), std::make_unique<Layer>()};
  auto& [first, last] = stack;
  // CHECK: :[[@LINE+2]]:25: error: a member of 'stack' is moved out of it, and 'stack' is used afterwards
  // CHECK: :[[@LINE+1]]:62: note: used here
  return Model{.layer = std::move(first), .stack = std::move(stack)};
}
[[run::autoconvert]] Stack bound_pair() {
  auto [first, count] = std::pair{std::make_unique<Layer>(), 2};
  auto moved = std::move(first);
  // CHECK: :[[@LINE-1]]:16: error: a member of '[first, count]' is moved out of it
  // CHECK: :[[@LINE+1]]:26: note: used here
  return Stack{std::move(first), std::move(moved)};
}
[[run::autoconvert]] Stack of_a_pair() {
  std::pair<std::unique_ptr<Layer>, std::unique_ptr<Layer>> both{std::make_unique<Layer>(), std::make_unique<Layer>()};
  auto& [first, last] = both;
  // CHECK: :[[@LINE+2]]:16: error: a member of 'both' is moved out of it, and 'both' is used afterwards
  // CHECK: :[[@LINE+1]]:44: note: used here
  return Stack{std::move(first), std::move(both.first)};
}
[[run::autoconvert]] Stack one_after_the_other() {
  auto [first, last] = std::pair{std::make_unique<Layer>(), std::make_unique<Layer>()};
  std::tuple<std::unique_ptr<Layer>, int> other{std::make_unique<Layer>(), 2};
  auto& [moved, count] = other;
  Stack stack{std::move(first), std::move(last)};
  stack.first = std::move(moved);
  stack.first->width = count;
  return stack;
}

// Nothing is said of what is not used any more.
[[run::autoconvert]] Model moved() {
  Stack stack{std::make_unique<Layer>(), std::make_unique<Layer>()};
  return Model{.layer = std::move(stack.first)};
}

#include "unsupported-use-after-move.run.h"
