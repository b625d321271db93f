// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/constructor-defaults.run.h
#include <string>

inline constexpr int kHeads = 8;

// CHECK: ::run::parameter<int>("width")
// CHECK: ::run::parameter<int>("heads", {.text = "kHeads", .value = [] { return ::run::value<int>(::kHeads); }})
// CHECK: "name",
// CHECK-NEXT: {.text = "\"layer\"",
// CHECK-NEXT: .value = [] { return ::run::value<::std::string>("layer"); }}),
// CHECK: static constexpr ::run::CallForms<3, 6> forms{{[{][{]}}0}, {0, 1}, {0, 1, 2}};
// CHECK-NEXT: switch (args.choose(forms)) {
class Layer {
 public:
  explicit Layer(int width, int heads = kHeads, std::string name = "layer");
};

// What is left to its default stays unset.
// CHECK: return ::run::Config<::Layer>({.width = n});
[[run::autoconvert]] inline Layer layer(int n) { return Layer(n); }

// CHECK: return ::run::Config<::Layer>({.width = n, .heads = 8});
[[run::autoconvert]] inline Layer written(int n) { return Layer(n, 8); }
