// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/aggregate-base.run.h
struct Base {
  int width = 1;
};

struct Layer : Base {
  int depth = 2;
};

// CHECK-LABEL: struct run::Target<::Layer>
// CHECK: struct Args {
// CHECK-NEXT: ::run::Arg<int> width{};
// CHECK-NEXT: ::run::Arg<int> depth{};
// CHECK: return ::run::Config<::Layer>({.width = n, .depth = 3});
[[run::autoconvert]] inline Layer layer(int n) { return Layer{{n}, 3}; }
