// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/locals.run.h
#include <memory>
#include <utility>

class Layer {
 public:
  Layer();
  explicit Layer(int width);
};

class Model {
 public:
  Model(Layer a, Layer b, Layer c, Layer d, Layer e, Layer f);
};

// CHECK-LABEL: autoconvert_objects
// CHECK-NEXT: ::run::Config<::Layer> a;
// CHECK-NEXT: ::run::Config<::Layer> b({.width = n});
// CHECK-NEXT: ::run::Config<::Layer> c({.width = 3});
// CHECK-NEXT: {{(::run::Config<::Layer>|auto) d = ::run::Config<::Layer>\({.width = 4}\)|::run::Config<::Layer> d\({.width = 4}\)}};
// CHECK-NEXT: auto e = ::run::Config<::Layer>({.width = 5});
// CHECK-NEXT: const auto f = ::run::Config<::Layer>({.width = 6});
// CHECK-NEXT: return ::run::Config<::Model>({.a = a, .b = b, .c = c, .d = d, .e = ::std::move(e), .f = f});
[[run::autoconvert]] inline Model objects(int n) {
  Layer a;
  Layer b(n);
  Layer c{3};
  Layer d = Layer(4);
  auto e = Layer(5);
  const auto f = Layer{6};
  return Model(a, b, c, d, std::move(e), f);
}

struct Pair {
  Layer first;
  Layer second;
};

// CHECK-LABEL: autoconvert_several
// CHECK-NEXT: const ::run::Config<::Layer> a({.width = n}), b({.width = 2});
[[run::autoconvert]] inline Pair several(int n) {
  const Layer a(n), b(2);
  return Pair{a, b};
}

struct Handles {
  std::unique_ptr<Layer> own;
  std::shared_ptr<Layer> first;
  std::shared_ptr<const Layer> second;
};

// CHECK-LABEL: autoconvert_handles
// CHECK-NEXT: {{auto own = ::run::Config<::Layer>\({.width = n}\)}};
// CHECK-NEXT: {{auto shared = ::run::Shared<::Layer>\({.width = 2}\)|::run::Shared<::Layer> shared\({.width = 2}\)}};
// CHECK-NEXT: return ::run::Config<::Handles>({.own = ::std::move(own), .first = shared, .second = shared});
[[run::autoconvert]] inline Handles handles(int n) {
  auto own = std::make_unique<Layer>(n);
  auto shared = std::make_shared<Layer>(2);
  return Handles{.own = std::move(own), .first = shared, .second = shared};
}
