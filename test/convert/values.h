// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/values.run.h
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

constexpr int kLimit = 64;

struct Layer {
  int width;
  double scale;
  std::string name;
  bool wide;
  std::vector<int> sizes;
};

// Expressions over values keep their text.
// CHECK-LABEL: autoconvert_layer
// CHECK-NEXT: const int half = n / 2;
// CHECK-NEXT: std::vector<int> sizes{1, 2, half};
// CHECK-NEXT: sizes.push_back(n);
// CHECK-NEXT: name += "-" + std::to_string(half);
// CHECK-NEXT: n <<= 1;
// CHECK-NEXT: return ::run::Config<::Layer>({.width = std::min(n * (half + 1), kLimit), .scale = 1.0 / std::sqrt(half), .name = name, .wide = n > 3 && !name.empty(), .sizes = sizes});
[[run::autoconvert]] inline Layer layer(int n, std::string name) {
  const int half = n / 2;
  std::vector<int> sizes{1, 2, half};
  sizes.push_back(n);
  name += "-" + std::to_string(half);
  n <<= 1;
  return Layer{.width = std::min(n * (half + 1), kLimit), .scale = 1.0 / std::sqrt(half), .name = name, .wide = n > 3 && !name.empty(), .sizes = sizes};
}
