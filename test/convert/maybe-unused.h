// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/maybe-unused.run.h
template <int Size>
class Layer {
 public:
  explicit Layer(int width);
};

// What only replaced text used is marked, so that no compiler complains.
// CHECK-LABEL: autoconvert_layer
// CHECK-NEXT: {{^}}  constexpr int size = 3;
// CHECK-NEXT: using Block {{\[\[}}maybe_unused]] = Layer<size>;
// CHECK-NEXT: const int used = n;
// CHECK-NEXT: return ::run::Config<::Layer<3>>({.width = used});
[[run::autoconvert]] inline auto layer(int n) {
  constexpr int size = 3;
  using Block = Layer<size>;
  const int used = n;
  return Block(used);
}

// CHECK-LABEL: autoconvert_directly
// CHECK-NEXT: {{\[\[}}maybe_unused]] constexpr int size = 4;
// CHECK-NEXT: return ::run::Config<::Layer<4>>({.width = n});
[[run::autoconvert]] inline Layer<4> directly(int n) {
  constexpr int size = 4;
  return Layer<size>(n);
}

// What the recipe says of a parameter holds for the converted one.
// CHECK: autoconvert_ignoring({{\[\[}}maybe_unused]] int n, {{\[\[}}maybe_unused]] ::run::Arg<::Layer<4>> l)
[[run::autoconvert]] inline Layer<4> ignoring([[maybe_unused]] int n, [[maybe_unused]] const Layer<4>& l) {
  return Layer<4>(1);
}
