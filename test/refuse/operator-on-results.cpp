// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// An operator on enumerators is executed while the recipe is converted; what a call gives is not known then.
enum class Mode { read = 1, write = 2 };
inline Mode operator|(Mode a, Mode b) { return static_cast<Mode>(static_cast<int>(a) | static_cast<int>(b)); }
Mode mode();
struct File {
  Mode mode = Mode::read;
};

[[run::autoconvert]] File opened() {
// CHECK: :[[@LINE+1]]:23: error: the result of 'mode' is used as a value, {{.*}} [run-value-of-configured]
  return File{.mode = mode() | Mode::read | Mode::write};
}

#include "operator-on-results.run.h"
