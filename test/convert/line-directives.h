// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/line-directives.run.h
class Layer {
 public:
  explicit Layer(int width);
};

// CHECK: #line [[@LINE+2]] "line-directives.h"
// CHECK-NEXT: inline ::run::Config<::Layer> autoconvert_first(int n) {
[[run::autoconvert]] inline Layer first(int n) {
  return Layer(n);
}
// CHECK: #line {{[0-9]+}} "line-directives.run.h"

// CHECK: #line [[@LINE+2]] "line-directives.h"
// CHECK-NEXT: inline ::run::Config<::Layer> autoconvert_second(int n) {
[[run::autoconvert]] inline Layer second(int n) { return Layer(n); }

// The line of the opening brace, so that the body's lines are the recipe's.
// CHECK: #line [[@LINE+5]] "line-directives.h"
// CHECK-NEXT: inline ::run::Config<::Layer> autoconvert_third(int n) {
// CHECK-NEXT: return ::run::Config<::Layer>({.width = n});
[[run::autoconvert]]
inline Layer third(
    int n) {
  return Layer(n);
}
