// RUN: %run-autoconvert print %s -- -std=c++20 | FileCheck %s --check-prefix=RECIPES
// RUN: %run-autoconvert print --recipes %s -- -std=c++20 | FileCheck %s --check-prefix=RECIPES
// RUN: %run-autoconvert print --targets %s -- -std=c++20 | FileCheck %s --check-prefix=TARGETS
// RUN: %run-autoconvert print --ir %s -- -std=c++20 | FileCheck %s --check-prefix=IR
#include <memory>

namespace app {
class Layer {
 public:
  explicit Layer(int width, double dropout = 0.1);
};

// TARGETS: app::Layer
// TARGETS-NEXT: width: int
// TARGETS-NEXT: dropout: double = 0.1

// RECIPES: print.cpp:[[@LINE+3]]: {{.*}}app::layer -> {{.*}}Config<::app::Layer>
// IR: app::layer
// IR: app::Layer
[[run::autoconvert]] std::unique_ptr<Layer> layer(int n) { return std::make_unique<Layer>(n); }
}  // namespace app

#include "print.run.h"
