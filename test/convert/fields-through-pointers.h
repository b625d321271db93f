// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/fields-through-pointers.run.h
#include <memory>

class Layer {
 public:
  explicit Layer(int size);
  int depth;
  double scale;
};

// CHECK-LABEL: autoconvert_unique
// CHECK: layer->depth = n;
// CHECK-NEXT: layer->scale = 0.5 * layer->depth.get();
// CHECK-NEXT: return layer;
[[run::autoconvert]] inline std::unique_ptr<Layer> unique(int n) {
  auto layer = std::make_unique<Layer>(n);
  layer->depth = n;
  (*layer).scale = 0.5 * layer->depth;
  return layer;
}

// CHECK-LABEL: autoconvert_shared
// CHECK: layer->depth = 2;
[[run::autoconvert]] inline std::shared_ptr<Layer> shared(int n) {
  const auto layer = std::make_shared<Layer>(n);
  layer->depth = 2;
  return layer;
}
