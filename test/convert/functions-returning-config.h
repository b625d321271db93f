// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 -I%S/../../include 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/functions-returning-config.run.h
#include <run/run.h>

#include <memory>

class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  Model(std::unique_ptr<Layer> layer, const Layer& second);
};

run::Config<Layer> chosen(bool wide, int n);

// The explicit form is called while converting; what it returns is the configuration.
// CHECK: return ::run::Config<::Model>({.layer = chosen(true, n), .second = chosen(n > 3, 2)});
[[run::autoconvert]] inline Model model(int n) { return Model(chosen(true, n), chosen(n > 3, 2)); }

// CHECK: inline ::run::Config<::Layer> autoconvert_layer(int n) { return chosen(false, n); }
[[run::autoconvert]] inline Layer layer(int n) { return chosen(false, n); }
