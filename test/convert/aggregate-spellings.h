// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/aggregate-spellings.run.h
struct Layer {
  int width = 1;
  double dropout = 0.5;
};

// CHECK: autoconvert_positional(int n) { return ::run::Config<::Layer>({.width = n, .dropout = 0.1}); }
[[run::autoconvert]] inline Layer positional(int n) { return Layer{n, 0.1}; }

// CHECK: autoconvert_some(int n) { return ::run::Config<::Layer>({.width = n}); }
[[run::autoconvert]] inline Layer some(int n) { return Layer{n}; }

// CHECK: autoconvert_designated(double d) { return ::run::Config<::Layer>({.dropout = d}); }
[[run::autoconvert]] inline Layer designated(double d) { return Layer{.dropout = d}; }

// CHECK: autoconvert_bare(int n) { return ::run::Config<::Layer>({.width = n, .dropout = 0.1}); }
[[run::autoconvert]] inline Layer bare(int n) { return {.width = n, .dropout = 0.1}; }

// CHECK: autoconvert_trailing(int n) {
// CHECK-NEXT: return ::run::Config<::Layer>({
// CHECK-NEXT: .width = n,
// CHECK-NEXT: .dropout = 0.1
// CHECK-NEXT: });
[[run::autoconvert]] inline Layer trailing(int n) {
  return Layer{
      .width = n,
      .dropout = 0.1,
  };
}

// CHECK: autoconvert_parentheses(int n) { return ::run::Config<::Layer>({.width = n, .dropout = 0.1}); }
[[run::autoconvert]] inline Layer parentheses(int n) { return Layer(n, 0.1); }

// CHECK: autoconvert_empty() { return ::run::Config<::Layer>(); }
[[run::autoconvert]] inline Layer empty() { return Layer{}; }

// CHECK: autoconvert_value() { return ::run::Config<::Layer>(); }
[[run::autoconvert]] inline Layer value() { return Layer(); }

// What is left out behind a brace that is spelled otherwise, or by a macro, is not given.
// CHECK: autoconvert_digraphs(int n) <% return ::run::Config<::Model>({.layer = ::run::Config<::Layer>({.width = n})}); %>
struct Model {
  Layer layer;
  Layer more;
  Layer last;
};
[[run::autoconvert]] inline Model digraphs(int n) <% return Model<%<%n%>%>; %>
#define MODEL(n) Model{{n}}
// CHECK: return ::run::Config<::Model>({.layer = ::run::Config<::Layer>({.width = n})});
[[run::autoconvert]] inline Model by_macro(int n) { return MODEL(n); }
