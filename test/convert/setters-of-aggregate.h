// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/setters-of-aggregate.run.h
struct Options {
  int level = 1;
  void set_width(int width);
};

// CHECK-LABEL: struct run::Target<::Options>
// CHECK: ::run::Arg<int> width{};
// CHECK: options->width = n;
[[run::autoconvert]] inline Options options(int n) {
  Options options;
  options.set_width(n);
  return options;
}
