// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
namespace outer {

[[run::exempt]] int scale(double factor);
[[run::exempt]] int scale(int low, int high, int step);
struct [[run::exempt]] Angle {
  int degrees;
};
[[run::exempt]] int operator+(Angle angle, double degrees);
constexpr int kWidth = 3;
constexpr int kDepth = 4;
using Unit = short;
struct Sizes {
  static constexpr int kSize = 7;
};
namespace deep {
constexpr int kLevel = 8;
}
class Sheet {
 public:
  explicit Sheet(int width);
};
struct Frame {
  Sheet sheet;
};

namespace inner {

class Layer {
 public:
  explicit Layer(int width);
};

// CHECK: :[[@LINE+2]]:52: error: 'scale' may be another one where the companion is included, which repeats this text [run-unsupported]
// CHECK: :[[@LINE+45]]:21: note: declared here; declare it in front of the recipe
[[run::autoconvert]] Layer scaled() { return Layer(scale(2)); }

// CHECK: :[[@LINE+1]]:{{[0-9]+}}: error: 'operator+' may be another one
[[run::autoconvert]] Layer turned() { return Layer(Angle{3} + 4); }

// CHECK: :[[@LINE+1]]:54: error: 'kWidth' may be another one
[[run::autoconvert]] Layer wide() { return Layer(2 * kWidth); }

// CHECK: :[[@LINE+1]]:60: error: 'Unit' may be another one
[[run::autoconvert]] Layer counted() { return Layer(sizeof(Unit)); }

// CHECK: :[[@LINE+1]]:54: error: 'deep' may be another one
[[run::autoconvert]] Layer levelled() { return Layer(deep::kLevel); }

// CHECK: :[[@LINE+1]]:{{[0-9]+}}: error: 'Sizes' may be another one
[[run::autoconvert]] Layer sized() { return Layer(Sizes::kSize); }

// CHECK: :[[@LINE+1]]:{{[0-9]+}}: error: 'Unit' may be another one
[[run::autoconvert]] Layer cut(int n) { return Layer(static_cast<Unit>(n)); }

[[run::autoconvert]] Layer held() {
  // CHECK: :[[@LINE+1]]:9: error: 'Unit' may be another one
  const Unit n = kDepth;
  return Layer(n);
}

// What is configured is written by its full name.
[[run::autoconvert]] Frame framed() { return Frame{Sheet(3)}; }

// The outer one is said, and nothing else has the name of the other.
[[run::autoconvert]] Layer known() { return Layer(outer::kWidth + kDepth + scale(1, 2, 3)); }

constexpr int kWidth = 5;
using Unit = int;
struct Sizes {
  static constexpr int kSize = 70;
};
namespace deep {
constexpr int kLevel = 80;
}
class Sheet {};

}  // namespace inner

[[run::exempt]] int scale(int factor);
[[run::exempt]] int operator+(Angle angle, int degrees);

}  // namespace outer

#include "unsupported-name-declared-later.run.h"

[[run::exempt]] int scale(int low, int high, int step);
