// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/line-counts.run.h
// A construction over several lines takes as many lines in the converted recipe: what follows keeps its line.
class Layer {
 public:
  Layer(int width, int depth);
};

struct Model {
  Layer layer;
  int size;
};

// CHECK: #line [[@LINE+6]] "line-counts.h"
// CHECK-NEXT: inline ::run::Config<::Model> autoconvert_model(int n) {
// CHECK-NEXT: ::run::Config<::Layer> layer(
// CHECK-NEXT: n,
// CHECK-NEXT: 2
// CHECK-NEXT: int size = n;
[[run::autoconvert]] inline Model model(int n) {
  Layer layer(
      n,
      2);
  int size = n;
  return Model{layer, size};
}
