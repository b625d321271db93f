// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/containers-of-shared.run.h
#include <memory>
#include <vector>

class Layer {
 public:
  explicit Layer(int width);
};

// CHECK-LABEL: autoconvert_tied
// CHECK: ::run::Config<::std::vector<::std::shared_ptr<::Layer>>> layers({layer, layer});
// CHECK-NEXT: layers.push_back(layer);
// CHECK-NEXT: return layers;
[[run::autoconvert]] inline std::vector<std::shared_ptr<Layer>> tied(int n) {
  auto layer = std::make_shared<Layer>(n);
  std::vector<std::shared_ptr<Layer>> layers{layer, layer};
  layers.push_back(layer);
  return layers;
}
