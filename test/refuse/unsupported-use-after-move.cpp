// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
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

// Nothing is said of what is not used any more.
[[run::autoconvert]] Model moved() {
  Stack stack{std::make_unique<Layer>(), std::make_unique<Layer>()};
  return Model{.layer = std::move(stack.first)};
}

#include "unsupported-use-after-move.run.h"
