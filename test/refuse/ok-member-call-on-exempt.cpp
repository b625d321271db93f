// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-member-call-on-exempt.run.h
class [[run::exempt]] Clock {
 public:
  Clock();
  int now() const;
  void start(int a, int b);
};

struct Layer {
  int width;
};

// CHECK: Clock clock;
// CHECK-NEXT: clock.start(1, n);
// CHECK-NEXT: return ::run::Config<::Layer>({.width = clock.now() + Clock().now()});
[[run::autoconvert]] Layer layer(int n) {
  Clock clock;
  clock.start(1, n);
  return Layer{clock.now() + Clock().now()};
}

#include "ok-member-call-on-exempt.run.h"
