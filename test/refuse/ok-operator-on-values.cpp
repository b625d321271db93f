// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-operator-on-values.run.h
#include <string>

struct [[run::exempt]] Size {
  int value;
  Size operator+(Size other) const { return {value + other.value}; }
  bool operator==(const Size&) const = default;
};

struct Layer {
  std::string name;
  int width;
  bool same;
};

// CHECK: return ::run::Config<::Layer>({.name = prefix + "-layer", .width = (Size{n} + Size{2}).value, .same = Size{n} == Size{3}});
[[run::autoconvert]] Layer layer(const std::string& prefix, int n) {
  return Layer{.name = prefix + "-layer", .width = (Size{n} + Size{2}).value, .same = Size{n} == Size{3}};
}

#include "ok-operator-on-values.run.h"
