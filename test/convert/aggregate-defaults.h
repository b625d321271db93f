// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/aggregate-defaults.run.h
#include <string>

// A member's default is read off an object to which nothing was done, an aggregate without an initialiser is made by itself.
// CHECK-LABEL: struct run::Target<::Layer>
// CHECK: static ::run::Value initial(::std::size_t member) {
// CHECK-NEXT: auto object = ::Layer();
// CHECK-NEXT: switch (member) {
// CHECK-NEXT: case 0:
// CHECK-NEXT: return ::run::value<int>(::std::move(object).width);
// CHECK-NEXT: case 1:
// CHECK-NEXT: return ::run::value<::std::string>(::std::move(object).name);
// CHECK-NEXT: default:
// CHECK: ::run::member<int>("width", {.text = "3", .value = {initial, 0}}),
// CHECK: "name", {.text = "\"layer\"", .value = {initial, 1}}),
// CHECK-LABEL: static ::Layer build(
// CHECK: if (args.has(0)) object.width = args.get<int>(0);
// CHECK: if (args.has(1)) args.assign(object.name, 1);
// CHECK-LABEL: static void read(
// CHECK: reader(0, object.width);
struct Layer {
  int width = 3;
  std::string name = "layer";
};

[[run::autoconvert]] inline Layer layer() { return Layer{}; }
