// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
int tuned(int base);

struct Layer {
  int width;
};

[[run::autoconvert]] Layer layer(int n) {
  const int width = tuned(n);
// CHECK: :[[@LINE+3]]:16: error: 'width' is configured, being what 'tuned' will give: it has no value while the recipe is converted [run-value-of-configured]
// CHECK: :4:5: note: annotate 'tuned' {{.*}} to call it while the recipe is converted
// CHECK: note: or pass its result straight to an argument
  return Layer{width + 1};
}

#include "value-of-configured-local.run.h"
