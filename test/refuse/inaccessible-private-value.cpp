// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Layer {
  int width;
};

class Zoo {
 public:
  // CHECK: :[[@LINE+1]]:60: error: the member 'kWidth' of 'Zoo' is private: the converted recipe is another function, which may not name it [run-inaccessible]
  [[run::autoconvert]] static Layer layer() { return Layer{kWidth}; }
  // CHECK: note: declared here; make it public or protected, or pass its value to the recipe as an argument

  [[run::autoconvert]] static Layer typed() {
    // CHECK: :[[@LINE+1]]:11: error: the member 'Size' of 'Zoo' is private: {{.*}} [run-inaccessible]
    const Size width = 3;
    return Layer{width};
  }

  friend Layer outside();

 private:
  static constexpr int kWidth = 3;
  using Size = int;
};

// CHECK: :[[@LINE+1]]:62: error: the member 'kWidth' of 'Zoo' is private: {{.*}} [run-inaccessible]
[[run::autoconvert]] Layer outside() { return Layer{2 * Zoo::kWidth}; }

#include "inaccessible-private-value.run.h"
