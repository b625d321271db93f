// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/aggregate-nested.run.h
struct Size {
  int width = 1;
  int height = 2;
};

struct Layer {
  Size size;
  Size margin = {.width = 0};
};

struct Model {
  Layer first;
  Layer second;
};

// CHECK: return ::run::Config<::Model>({.first = ::run::Config<::Layer>({.size = ::run::Config<::Size>({.width = n, .height = 3}), .margin = ::run::Config<::Size>()}), .second = ::run::Config<::Layer>({.margin = ::run::Config<::Size>({.height = n})})});
[[run::autoconvert]] inline Model model(int n) {
  return Model{.first = {{n, 3}, {}}, .second = {.margin = {.height = n}}};
}

// Braces that are left out.
// CHECK: return ::run::Config<::Layer>({.size = ::run::Config<::Size>({.width = n, .height = 3}), .margin = ::run::Config<::Size>({.width = 4, .height = 5})});
[[run::autoconvert]] inline Layer elided(int n) { return Layer{n, 3, 4, 5}; }
