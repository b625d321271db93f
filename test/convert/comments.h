// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/comments.run.h
#include <memory>

class Layer {
 public:
  Layer(int width, int depth);
};

// CHECK-LABEL: autoconvert_layer(int n) {
// CHECK-NEXT:   // What stands between the statements stays,
// CHECK-NEXT:   auto   layer = ::run::Config<::Layer>({.width = n, .depth = 2});  // and what follows them,
// CHECK-EMPTY:
// CHECK-EMPTY:
// CHECK-NEXT:   /* and blank
// CHECK-NEXT:      lines. */  return layer;
// CHECK-NEXT: }
[[run::autoconvert]] inline std::unique_ptr<Layer> layer(int n) {
  // What stands between the statements stays,
  auto   layer = std::make_unique<Layer>(n, 2);  // and what follows them,


  /* and blank
     lines. */  return layer;
}
