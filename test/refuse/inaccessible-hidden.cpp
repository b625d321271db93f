// What a namespace without a name holds, and the namespace around it calls otherwise: `::make` is not the one meant.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width = 1;
};

namespace app {
namespace {
inline Layer make(int width) { return Layer{width}; }
inline Layer made(int width) { return Layer{width}; }
}  // namespace
inline Layer make(double width) { return Layer{static_cast<int>(width)}; }

// A friend that only its class declares hides nothing.
class Friendly {
  friend Layer made(const Friendly&);
};

[[run::autoconvert]] Layer hidden() {
  // CHECK: :[[@LINE+2]]:10: error: the companion cannot name the function 'make' of a namespace without a name [run-inaccessible]
  // CHECK: :[[@LINE-9]]:14: note: this one has the same name in the namespace around it: rename one
  return make(3);
}

[[run::autoconvert]] Layer found() { return make(0.5); }
[[run::autoconvert]] Layer alone() { return made(3); }
}  // namespace app

#include "inaccessible-hidden.run.h"
