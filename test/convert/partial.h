// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/partial.run.h
class Model {
 public:
  Model(int width, int steps = 3);
};

Model trained(const Model& model, int steps);

// CHECK: inline ::run::Partial<::Model> autoconvert_model(int n) { return ::run::Partial<::Model>({.width = n}); }
[[run::autoconvert(partial)]] inline Model model(int n) { return Model(n); }

// CHECK: inline ::run::Partial<::run::Fn<&::trained>> autoconvert_training(int n) { return ::run::partial<&::trained>({.model = ::run::Config<::Model>({.width = n}), .steps = 9}); }
[[run::autoconvert(partial)]] inline Model training(int n) { return trained(Model(n), 9); }
