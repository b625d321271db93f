// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// The note says the way out for this very case.
#include <array>
#include <cassert>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

struct Layer {
  int width = 1;
  bool operator==(const Layer&) const = default;
};
struct Stack {
  std::unique_ptr<Layer> first{};
  std::unique_ptr<Layer> last{};
  Layer one{};
  Layer two{};
  bool is_full = false;
};
struct Either {
  union {
    int size = 1;
    float rate;
  };
};
Layer made();
std::unique_ptr<Layer> perhaps();

[[run::autoconvert]] Stack stack(int n) {
  auto first = std::make_unique<Layer>(n);
  auto last = std::make_unique<Layer>();
  // CHECK: :[[@LINE+2]]:9: error: the member function 'release' is called on a configured object
  // CHECK: note: 'release' is a function of the smart pointer, of which the configuration has only what it holds: move the pointer itself
  first.release();
  Stack stack;
  auto third = perhaps();
  // CHECK: :[[@LINE+2]]:26: error: the operator '!=' is applied to a configured object
  // CHECK: note: whether a smart pointer of the recipe holds an object, and which, is known where the recipe is written
  stack.is_full = (third != nullptr);
  // CHECK: :[[@LINE+2]]:15: error: one statement assigns to members that are objects
  // CHECK: :[[@LINE+1]]:15: note: give each assignment a statement of its own
  stack.one = stack.two = Layer{n};
  // CHECK: :[[@LINE+2]]:3: error: 'new' in a recipe [run-raw-new]
  // CHECK: :[[@LINE+1]]:3: note: assign an object in place of the old one, or make it where it is wanted
  new (&stack.one) Layer{n};
  return stack;
}

[[run::autoconvert(allow_control_flow)]] Stack again(int n) {
  Stack stack;
  Layer layer = made();
  // CHECK: :[[@LINE+2]]:31: error: 'layer' is configured: this value cannot be assigned to it
  // CHECK: :[[@LINE+1]]:31: note: what a function makes is made once, when the configuration is built: declare a local of its own for it, or hold it in a smart pointer
  for (int i = 0; i < n; ++i) layer = made();
  stack.one = layer;
  return stack;
}

struct Row {
  std::array<int, 2> sizes{};
  int depth = 0;
  std::vector<Layer> layers{};
};
[[run::autoconvert]] Row row(int n) {
  // CHECK: :[[@LINE+2]]:11: error: the braces around what 'sizes' is made from are left out: as an argument it needs them [run-unsupported]
  // CHECK: :[[@LINE+1]]:11: note: write them
  Row row{n, 2, 3};
  return row;
}
[[run::autoconvert]] Row added(int n) {
  Row row;
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: error: the member function 'emplace_back' is called on a configured object
  // CHECK: note: add the element in a statement of its own, `auto& last = v.emplace_back(…);`, and change it in the next
  row.layers.emplace_back(n).width = static_cast<int>(row.layers.size());
  return row;
}

struct Shelf {
  std::map<int, Layer> entries{};
  std::vector<Layer> layers{};
  std::optional<Layer> cover{};
};
struct Box {
  void set_height(int value) { height = value + depth; }
  int depth = 0;
  int height = 0;
};
[[run::autoconvert]] Shelf shelf(int n) {
  Shelf shelf;
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: error: the member function 'emplace' is called on a configured object
  // CHECK: note: add it in a statement of its own, and name the entry by its key, `m[key].x = …`: there are no iterators into a configuration
  auto entry = shelf.entries.emplace(n, Layer{}).first;
  entry->second.width = n;
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: error: the member function 'find' is called on a configured object
  // CHECK: note: name the entry by its key
  shelf.entries.find(n)->second.width = 2;
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: error: the member function 'insert' is called on a configured object
  // CHECK: note: add it in a statement of its own, and name the element by its index, `v[i].x = …`
  auto layer = shelf.layers.insert(shelf.layers.end(), Layer{});
  layer->width = 3;
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: error: the member function 'has_value' is called on a configured object
  // CHECK: note: whether a smart pointer of the recipe holds an object, and which, is known where the recipe is written, and so it is of an optional
  assert(!shelf.cover.has_value());
  return shelf;
}
[[run::autoconvert]] Box box(int n) {
  Box box;
  box.set_height(n);
  // CHECK: :[[@LINE+2]]:3: error: 'depth' is set after a setter was called: the configuration cannot keep this order
  // CHECK: :[[@LINE+1]]:3: note: a configuration gives an object its members, then calls each setter once
  box.depth = 2;
  return box;
}

[[run::autoconvert]] Either either(int n) {
  Either either;
  // CHECK: :[[@LINE+2]]:3: error: a member of an anonymous union cannot be an argument of the configuration [run-unsupported]
  // CHECK: :[[@LINE+1]]:3: note: give the union or struct a name, and a member of that type
  either.size = n;
  return either;
}

#include "ways-out.run.h"
