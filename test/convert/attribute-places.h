// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/attribute-places.run.h
class Layer {
 public:
  explicit Layer(int width);
};

// CHECK: inline ::run::Config<::Layer> autoconvert_before(int n) {
[[run::autoconvert]] inline Layer before(int n) { return Layer(n); }

// CHECK: inline ::run::Config<::Layer> autoconvert_behind(int n) {
inline Layer behind [[run::autoconvert]] (int n) { return Layer(n); }

// CHECK: inline ::run::Config<::Layer> autoconvert_with_others(int n) {
[[nodiscard, run::autoconvert]] inline Layer with_others(int n) { return Layer(n); }

// CHECK: inline ::run::Config<::Layer> autoconvert_with_using(int n) {
[[using run: autoconvert]] inline Layer with_using(int n) { return Layer(n); }

// CHECK: inline ::run::Config<::Layer> autoconvert_empty(int n) {
[[run::autoconvert()]] inline Layer empty(int n) { return Layer(n); }

// CHECK: inline ::run::Config<::Layer> autoconvert_trailing(int n) {
[[run::autoconvert]] inline auto trailing(int n) -> Layer { return Layer(n); }

// CHECK: inline ::run::Config<::Layer> autoconvert_deduced(int n) {
[[run::autoconvert]] inline auto deduced(int n) { return Layer(n); }

// CHECK: inline ::run::Partial<::Layer> autoconvert_continued(int n) {
[[run::autoconvert(par\
tial)]] inline Layer continued(int n) { return Layer(n); }
