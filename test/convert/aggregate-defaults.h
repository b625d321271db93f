// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/aggregate-defaults.run.h
#include <string>

// A member's default is read off an object to which nothing was done, an aggregate without an initialiser is made by itself.
// CHECK-LABEL: struct run::Target<::Layer>
// CHECK: ::run::member<int>("width",
// CHECK-NEXT: {.text = "3",
// CHECK-NEXT: .value = [] { return ::run::value<int>(::run::initial<::Layer>().width); }}),
// CHECK: "name",
// CHECK-NEXT: {.text = "\"layer\"",
// CHECK-LABEL: static ::Layer build(
// CHECK: if (args.has(0)) object.width = args.get<int>(0);
// CHECK: if (args.has(1)) object.name = args.get<::std::string>(1);
// CHECK-LABEL: static void read(
// CHECK: reader(0, object.width);
struct Layer {
  int width = 3;
  std::string name = "layer";
};

[[run::autoconvert]] inline Layer layer() { return Layer{}; }
