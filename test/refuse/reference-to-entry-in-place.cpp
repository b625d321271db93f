// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A reference makes the entry, which nobody can make in what a constructor makes.
#include <map>
#include <string>

struct Layer {
  int width = 1;
};
class Owner {
 public:
  explicit Owner(int n);
  std::map<std::string, Layer> layers;
};

[[run::autoconvert]] Owner unused(int n) {
  Owner owner(n);
  // CHECK: :[[@LINE+2]]:40: error: this element of 'owner' gets its value from a constructor: it has none while the recipe is converted [run-value-of-configured]
  // CHECK: note: what the recipe itself sets can be read: assign 'owner.layers' as a whole first
  [[maybe_unused]] const auto& layer = owner.layers["a"];
  return owner;
}

#include "reference-to-entry-in-place.run.h"
