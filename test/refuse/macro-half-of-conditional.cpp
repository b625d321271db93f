// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};

[[run::autoconvert]] Layer whole() {
  return Layer(
#ifdef NOWHERE
      1
#else
      2
#endif
  );
}

[[run::autoconvert]] Layer half() {
// CHECK: :[[@LINE+2]]:10: error: this text is replaced, and an #if or #endif in it belongs to what is around it [run-macro]
// CHECK: note: write the whole statement between #if and #endif, once for each case
  return Layer(1
#ifndef NOWHERE
  );
#else
  , 2);
#endif
}

[[run::autoconvert]] Layer local() {
// CHECK: :[[@LINE+1]]:3: error: this text is replaced, and an #if or #endif in it belongs to what is around it [run-macro]
  Layer layer(1
#ifndef NOWHERE
  );
#else
  , 2);
#endif
  return layer;
}

#include "macro-half-of-conditional.run.h"
