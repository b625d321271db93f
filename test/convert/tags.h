// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/tags.run.h
#include <string>
#include <utility>

struct Options {
  [[run::tag("optimizer")]] double rate = 0.5;
  [[run::tag("size", "memory")]] [[run::tag("size")]] int width = 3;
  int depth = 1;
};

// CHECK-LABEL: struct run::Target<::Options>
// CHECK: "rate", {.text = "0.5", .value = {initial, 0}, .tags = "optimizer"}),
// CHECK: .tags = "size,memory"}),
// CHECK-NOT: .tags
// CHECK-LABEL: struct run::Target<::Model>

class Model {
 public:
  Model([[run::tag("options")]] Options options, [[run::tag("size")]] int width);
  explicit Model(Options options);
  [[run::tag("look")]] void set_color(std::string color);
  void set_size([[run::tag("size")]] int value);
};

// CHECK: "options", {.tags = "options"}),
// CHECK: "width", {.tags = "size"}),
// CHECK: "color", {.tags = "look"}),
// CHECK: "size", {.tags = "size"}),

template <class T>
[[run::autoconvert]] Model model([[run::tag("whole")]] T width) {
  Model made(Options{.rate = 1}, static_cast<int>(width));
  made.set_color("red");
  made.set_size(2);
  return made;
}
template Model model<int>(int);

// CHECK-LABEL: struct run::Recipe<&::model<int>>
// CHECK: ::run::parameter<int>("width", {.tags = "whole"}),
