// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Clock {
  int ticks = 3;
};
inline Clock shared_clock;

class Timer {
 public:
  explicit Timer(const Clock* clock);
};

[[run::autoconvert]] Timer timer() {
// CHECK: :[[@LINE+2]]:16: error: the address of 'shared_clock', an object of a class that is configured: no configuration could say which it is [run-reference]
// CHECK: note: where 'Clock' is a plain value to you, annotate the class {{.*}}
  return Timer(&shared_clock);
}

#include "reference-address-of-global.run.h"
