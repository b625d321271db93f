// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/constructor-overloads.run.h
#include <string>

class Shape {
 public:
  explicit Shape(int sides);
};

// One name with two types takes each of them.
// CHECK: ::run::Arg<int, ::Shape> form{};
// CHECK: ::run::Field<::run::OneOf<int, ::Shape>, 0> form;
// CHECK: ::run::parameter<int, ::Shape>("form")
class Layer {
 public:
  explicit Layer(int form);
  explicit Layer(const Shape& form, std::string name = "layer");
};

// CHECK: autoconvert_number(int n) { return ::run::Config<::Layer>({.form = n}); }
[[run::autoconvert]] inline Layer number(int n) { return Layer(n); }

// CHECK: autoconvert_shape(int n) { return ::run::Config<::Layer>({.form = ::run::Config<::Shape>({.sides = n}), .name = "shape"}); }
[[run::autoconvert]] inline Layer shape(int n) { return Layer(Shape(n), "shape"); }
