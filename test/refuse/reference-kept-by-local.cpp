// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Locals that keep a reference to what they are made from: what is read of a configuration is a copy, and gone then.
#include <optional>
#include <string>
#include <valarray>
#include <vector>

struct [[run::exempt]] Picked {
  const std::string& text;
};
class [[run::exempt]] View {
 public:
  explicit View(const std::vector<int>& sizes) : sizes_(&sizes) {}
  int first() const { return sizes_->front(); }

 private:
  const std::vector<int>* sizes_;
};
class [[run::exempt]] Copied {
 public:
  explicit Copied(const std::string& text) : text_(text) {}
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

struct Model {
  std::string name = "model";
  std::string other{};
  std::vector<int> sizes{1, 2};
  std::valarray<double> weights{1, 2};
  std::valarray<double> sum{};
  std::optional<std::string> perhaps{"text"};
  int first = 0;
};

[[run::autoconvert]] Model model() {
  Model model;
  // CHECK: :[[@LINE+1]]:8: error: 'sum' would refer to a part of a configured object's member: make it a copy [run-unsupported]
  auto sum = model.weights + model.weights;
  model.sum = sum;
  // CHECK: :[[@LINE+1]]:10: error: 'picked' would refer to a part of a configured object's member
  Picked picked{model.name};
  model.other = picked.text;
  // CHECK: :[[@LINE+1]]:8: error: 'view' would refer to a part of a configured object's member
  View view(model.sizes);
  model.first = view.first();
  // CHECK: :[[@LINE+1]]:9: error: 'held' would refer to a part of a configured object's member
  auto& held = *model.perhaps;
  model.other = held;
  return model;
}

[[run::autoconvert]] Model fine() {
  Model model;
  model.sum = model.weights + model.weights;
  const Copied copied(model.name);
  model.other = copied.text();
  model.first = View(model.sizes).first();
  const std::string held = *model.perhaps;
  model.other += held;
  return model;
}

#include "reference-kept-by-local.run.h"
