// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/containers.run.h
#include <array>
#include <memory>
#include <utility>
#include <vector>

class Layer {
 public:
  Layer();
  Layer(int width, int depth = 1);
};

struct Stack {
  std::vector<Layer> layers;
  std::vector<int> sizes;
  std::vector<std::vector<Layer>> rows;
  std::array<Layer, 2> ends;
  std::vector<std::unique_ptr<Layer>> owned;
};

// CHECK-LABEL: autoconvert_stack
// CHECK-NEXT: return ::run::Config<::Stack>({
// CHECK-NEXT: .layers = {::run::Config<::Layer>({.width = n}), ::run::Config<::Layer>(), ::run::Config<::Layer>({.width = 2, .depth = 3})}, .sizes = {5, n}, .rows = {{[{][{]}}::run::Config<::Layer>({.width = 1})}, {{(::std::vector<::Layer>)?}}{}}, .ends = {::run::Config<::Layer>({.width = 4}), ::run::Config<::Layer>({.width = 5})}});
[[run::autoconvert]] inline Stack stack(int n) {
  return Stack{
      .layers = {Layer(n), {}, {2, 3}}, .sizes = {5, n}, .rows = {{Layer(1)}, {}}, .ends = {Layer(4), Layer(5)}};
}

// CHECK-LABEL: autoconvert_grown
// CHECK-NEXT: ::run::Config<::std::vector<::Layer>> layers;
// CHECK-NEXT: layers.push_back(::run::Config<::Layer>({.width = n}));
// CHECK-NEXT: layers.push_back(::run::Config<::Layer>({.width = 2, .depth = 3}));
// CHECK-NEXT: layers.push_back(::run::Config<::Layer>({.width = 4}));
// CHECK: return layers;
[[run::autoconvert]] inline std::vector<Layer> grown(int n) {
  std::vector<Layer> layers;
  layers.push_back(Layer(n));
  layers.push_back(Layer{2, 3});
  layers.emplace_back(4);
  return layers;
}

// CHECK-LABEL: autoconvert_counted
// CHECK: ::run::Config<::std::vector<::Layer>> layers({::run::Config<::Layer>({.width = n}), ::run::Config<::Layer>({.width = 2})});
// CHECK-NEXT: const int size = static_cast<int>(layers.size());
// CHECK-NEXT: layers.push_back(::run::Config<::Layer>({.width = size}));
[[run::autoconvert]] inline std::vector<Layer> counted(int n) {
  std::vector<Layer> layers{Layer(n), Layer(2)};
  const int size = static_cast<int>(layers.size());
  layers.emplace_back(size);
  return layers;
}
