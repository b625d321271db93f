// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/parameters.run.h
#include <memory>
#include <string>
#include <vector>

class Layer {
 public:
  explicit Layer(int width);
};

class Model {
 public:
  Model(Layer a, const Layer& b, std::unique_ptr<Layer> c, std::shared_ptr<Layer> d, std::vector<Layer> e);
};

// A class that can be configured takes a config or a finished object, a value stays as it is.
// CHECK: inline ::run::Config<::Model> autoconvert_model(::run::Arg<::Layer> a, {{(const )?}}::run::Arg<::Layer>{{&?}} b, ::run::Arg<::std::unique_ptr<::Layer>> c, ::run::Arg<::std::shared_ptr<::Layer>> d, ::run::Arg<::std::vector<::Layer>> e) {
// CHECK-NEXT: return ::run::Config<::Model>({.a = a, .b = b, .c = {{(::)?}}std::move(c), .d = d, .e = e});
[[run::autoconvert]] inline Model model(Layer a, const Layer& b, std::unique_ptr<Layer> c, std::shared_ptr<Layer> d, std::vector<Layer> e) {
  return Model(a, b, std::move(c), d, e);
}

struct Named {
  int width;
  std::string name;
};

// CHECK: inline ::run::Config<::Named> autoconvert_named(const int width, const std::string& name = "layer", int = 3) {
[[run::autoconvert]] inline Named named(const int width, const std::string& name = "layer", int /*unused*/ = 3) {
  return Named{width, name};
}
