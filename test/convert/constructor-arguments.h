// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/constructor-arguments.run.h
class Layer {
 public:
  explicit Layer(int width);
  Layer(int width, int depth);
};

class Model {
 public:
  Model(Layer first, const Layer& second, Layer&& third);
  Model(Layer only);
};

// CHECK: return ::run::Config<::Model>({.first = ::run::Config<::Layer>({.width = n}), .second = ::run::Config<::Layer>({.width = 1, .depth = 2}), .third = ::run::Config<::Layer>({.width = 3, .depth = n})});
[[run::autoconvert]] inline Model model(int n) { return Model(Layer(n), {1, 2}, Layer{3, n}); }

// CHECK: return ::run::Config<::Model>({.only = ::run::Config<::Layer>({.width = n, .depth = 2})});
[[run::autoconvert]] inline Model nested_braces(int n) { return Model({n, 2}); }

// CHECK: return ::run::Config<::Model>({.only = ::run::Config<::Layer>({.width = n})});
[[run::autoconvert]] inline Model implicit(int n) { return Layer(n); }
