// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/class-templates.run.h
#include <string>
#include <vector>

template <class T, int Size = 3>
struct Box {
  T low;
  T high;
};

template <class T>
class Ring {
 public:
  explicit Ring(T center, Box<T> box = {});
};

// CHECK-LABEL: struct run::Target<::Box<double{{.*}}>> {
// CHECK: name = "Box<double{{.*}}>";
// CHECK: autoconvert_box(double x) { return ::run::Config<::Box<double{{(, 3)?}}>>({.low = x, .high = 2 * x}); }
[[run::autoconvert]] inline Box<double> box(double x) { return {x, 2 * x}; }

// CHECK: autoconvert_ring(int n) { return ::run::Config<::Ring<int>>({.center = n, .box = ::run::Config<::Box<int{{(, 3)?}}>>({.low = 1, .high = n})}); }
[[run::autoconvert]] inline Ring<int> ring(int n) { return Ring<int>(n, {1, n}); }

// CHECK: autoconvert_deduced(int n) { return ::run::Config<::Ring<int>>({.center = n}); }
[[run::autoconvert]] inline auto deduced(int n) { return Ring(n); }

// As libraries asked before C++11, in a constructor that no recipe uses.
template <class T>
struct TakesAnything {
  static char ask(...);
  static T some();
  static constexpr bool value = sizeof(ask(some())) == 1;
};
template <bool>
struct Flag {};
template <class T>
class Sure {
 public:
  Sure() = default;
  explicit Sure(int) { fill(Flag<TakesAnything<T>::value>()); }

 private:
  void fill(Flag<true>) {}
};

// CHECK: autoconvert_sure() { return ::run::Config<::Sure<::std::vector<int>>>(); }
[[run::autoconvert]] inline Sure<std::vector<int>> sure() { return {}; }
