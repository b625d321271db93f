// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A class that several alternatives of a variant hold: the library takes the first one.
#include <memory>
#include <utility>
#include <variant>

struct Layer {
  virtual ~Layer() = default;
  int width = 1;
};
struct Dense : Layer {};

using Held = std::variant<Layer, std::shared_ptr<Layer>>;
using Owned = std::variant<int, std::unique_ptr<Layer>, std::shared_ptr<Layer>>;
using Related = std::variant<std::shared_ptr<Layer>, std::shared_ptr<Dense>>;
struct Model {
  Held held{};
  Related related{};
};

// CHECK: :[[@LINE+2]]:54: error: several alternatives of 'std::variant<Layer, std::shared_ptr<Layer>>' can hold a 'std::shared_ptr<Layer>': a configuration knows the alternative by the class of the object, and cannot tell them apart [run-unsupported]
// CHECK: note: make the variant in a function of your own, whose call becomes a node of the configuration
[[run::autoconvert]] Held shared() {          return std::make_shared<Layer>(); }

[[run::autoconvert]] Model model() {
  Model model;
  // CHECK: :[[@LINE+1]]:16: error: several alternatives of
  model.held = std::make_shared<Dense>();
  model.held = Layer();                         // the first
  model.related = std::make_shared<Dense>();    // the class of no other
  return model;
}

[[run::autoconvert]] Owned owned() {
  Owned owned;
  // CHECK: :[[@LINE+1]]:3: error: several alternatives of
  owned.emplace<2>(std::make_shared<Layer>());
  owned.emplace<1>(std::make_unique<Layer>());
  return owned;
}

[[run::autoconvert]] Related as_base() {
  std::shared_ptr<Layer> layer = std::make_shared<Dense>();
  // CHECK: :[[@LINE+1]]:10: error: several alternatives of
  return layer;
}

#include "unsupported-alternatives.run.h"
