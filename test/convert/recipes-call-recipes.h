// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/recipes-call-recipes.run.h
#include <memory>

class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  Model(std::unique_ptr<Layer> layer, int size);
};

[[run::autoconvert]] inline std::unique_ptr<Layer> layer(int n = 3) { return std::make_unique<Layer>(n); }

// The call stands for its converted form; arguments and defaults are the recipe's.
// CHECK: inline ::run::Config<::Model> autoconvert_model(int n) { return ::run::Config<::Model>({.layer = ::run::autoconvert<&::layer>(n + 1), .size = n}); }
[[run::autoconvert]] inline Model model(int n) { return Model(layer(n + 1), n); }

// CHECK: inline ::run::Config<::Layer> autoconvert_same() { return ::run::autoconvert<&::layer>(); }
[[run::autoconvert]] inline std::unique_ptr<Layer> same() { return layer(); }
