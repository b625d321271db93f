// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Which side of an assignment is evaluated first is said by C++, and not done by every compiler.
#include <map>
#include <string>

struct Layer {
  int width = 1;
};
struct Named {
  std::string name{};
};
struct Model {
  std::map<int, Layer> layers{};
  std::map<int, Named> named{};
};
[[run::exempt]] int next();
constexpr int twice(int n) { return 2 * n; }

[[run::autoconvert]] Model model(int n) {
  Model model;
  // CHECK: :[[@LINE+2]]:16: error: compilers do not agree whether this or the right side of the assignment is evaluated first [run-unsupported]
  // CHECK: :[[@LINE+1]]:16: note: give the index a local of its own in front of this statement
  model.layers[next()] = Layer{next()};
  // CHECK: :[[@LINE+1]]:16: error: compilers do not agree
  model.layers[n++] = Layer{.width = 2 + next()};
  model.layers[twice(n)] = Layer{next()};
  model.layers[next()] = Layer{twice(n)};
  model.named[next()] = Named{std::to_string(next())};
  model.layers[next()].width = next();
  return model;
}

#include "unsupported-order-of-sides.run.h"
