// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/constructor-spellings.run.h
class Layer {
 public:
  Layer();
  Layer(int width, double dropout = 0.5);
};

// CHECK: autoconvert_parentheses(int n) { return ::run::Config<::Layer>({.width = n, .dropout = 0.1}); }
[[run::autoconvert]] inline Layer parentheses(int n) { return Layer(n, 0.1); }

// CHECK: autoconvert_braces(int n) { return ::run::Config<::Layer>({.width = n, .dropout = 0.1}); }
[[run::autoconvert]] inline Layer braces(int n) { return Layer{n, 0.1}; }

// CHECK: autoconvert_nothing() { return ::run::Config<::Layer>(); }
[[run::autoconvert]] inline Layer nothing() { return Layer(); }

// CHECK: autoconvert_nothing_in_braces() { return ::run::Config<::Layer>(); }
[[run::autoconvert]] inline Layer nothing_in_braces() { return Layer{}; }

// CHECK: autoconvert_bare_braces(int n) { return ::run::Config<::Layer>({.width = n, .dropout = 0.1}); }
[[run::autoconvert]] inline Layer bare_braces(int n) { return {n, 0.1}; }

// CHECK: autoconvert_empty_braces() { return ::run::Config<::Layer>(); }
[[run::autoconvert]] inline Layer empty_braces() { return {}; }

// CHECK: autoconvert_implicit(int n) { return ::run::Config<::Layer>({.width = n}); }
[[run::autoconvert]] inline Layer implicit(int n) { return n; }

// CHECK: autoconvert_cast(int n) { return ::run::Config<::Layer>({.width = n}); }
[[run::autoconvert]] inline Layer cast(int n) { return static_cast<Layer>(n); }

// CHECK: autoconvert_c_cast(int n) { return ::run::Config<::Layer>({.width = n}); }
[[run::autoconvert]] inline Layer c_cast(int n) { return (Layer)n; }

// CHECK: autoconvert_parenthesized(int n) { return {{\(?}}::run::Config<::Layer>({.width = n}){{\)?}}; }
[[run::autoconvert]] inline Layer parenthesized(int n) { return (Layer(n)); }
