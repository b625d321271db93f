// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/constructor-inherited.run.h
class Base {
 public:
  Base(int width, double dropout = 0.5);
};

class Layer : public Base {
 public:
  using Base::Base;
};

// CHECK-LABEL: struct run::Target<::Layer>
// CHECK: ::run::Arg<int> width{};
// CHECK: ::run::Arg<double> dropout{};
// CHECK: using Bases = ::run::Bases<::Base>;
// CHECK: return ::run::Config<::Layer>({.width = n, .dropout = 0.1});
[[run::autoconvert]] inline Layer layer(int n) { return Layer(n, 0.1); }
