// Instances of class templates: arguments that are objects (C++20), and members that are not for every instance.
#include <run/run.h>

#include <algorithm>
#include <concepts>
#include <string>
#include <string_view>

#include "../conformance/samples/check.h"
namespace app {
template <std::size_t N>
struct Text {
  char data[N]{};
  constexpr Text(const char (&text)[N]) { std::copy_n(text, N, data); }
  constexpr std::string_view view() const { return {data, N - 1}; }
};
struct Color {
  unsigned char r, g, b;
  double alpha = 1.0;
};
struct Origin {
  int at[2];
  char unit[4] = "mm";
};
inline constexpr int kKnown = 4;
struct Base {
  bool is_set = false;
};
struct Derived : Base {
  Color color;
  const int* place = nullptr;
  int Origin::*member = nullptr;
};

template <Text Name, class T>
struct Column {
  T value{};
  std::string_view name() const { return Name.view(); }
};
template <Color C, Origin O = Origin{{1, 2}}>
struct Theme {
  double opacity = C.alpha / 2;
  int x = O.at[0];
};
template <double Rate>
struct Filter {
  double rate = Rate;
};
template <Derived D>
struct Whole {
  int n = D.color.g;
};

[[run::autoconvert]] Column<"width \"in\" \\mm\\", int> column(int n) { return {.value = n}; }
[[run::autoconvert]] Theme<Color{1, 2, 3}> theme(double opacity) { return {.opacity = opacity}; }
[[run::autoconvert]] Theme<Color{.r = 9, .g = 0, .b = 1, .alpha = 0.1}, Origin{{-3, 4}, "in"}> other_theme() {
  return {};
}
[[run::autoconvert]] Filter<0.1234567890123> filter() { return {}; }
[[run::autoconvert]] Whole<Derived{{true}, {1, 7, 3}, &kKnown}> whole() { return {}; }

template <class T>
class Range {
 public:
  Range(T low, T high) : low_(low), high_(high) {}
  explicit Range(T high) requires std::unsigned_integral<T> : low_(0), high_(high) {}
  void set_step(T step) requires std::floating_point<T> { low_ += step; }
  void set_count(int count) requires std::integral<T> { high_ += static_cast<T>(count); }
  void set_scale(double scale) {
    static_assert(std::floating_point<T>, "of real numbers alone");
    high_ *= scale;
  }
  void set_half(int) { low_.clear(); }
  bool operator==(const Range&) const = default;

 private:
  T low_, high_;
};
[[run::autoconvert]] Range<double> real(double n) {
  Range<double> range(0, n);
  range.set_step(n / 2);
  range.set_scale(3);
  return range;
}
[[run::autoconvert]] Range<unsigned> natural(unsigned n) {
  Range<unsigned> range(n);
  range.set_count(3);
  return range;
}

// A default argument that is none for this instance, as matrices' expressions have them.
struct Constant {
  explicit Constant(double v) : value(v) {}
  double value;
};
struct Zero {
  double value = 0;
};
template <class Operation>
class Filled {
 public:
  explicit Filled(int rows, const Operation& by = Operation()) : sum(rows * by.value) {}
  double sum;
};
inline Filled<Constant> filled(int rows, double value) { return Filled<Constant>(rows, Constant(value)); }
[[run::autoconvert]] Filled<Constant> constant() { return Filled<Constant>(2, Constant(3)); }
[[run::autoconvert]] Filled<Zero> zero() { return Filled<Zero>(2); }
[[run::autoconvert]] Filled<Constant> by_function() { return filled(3, 4); }

// Constructors that are for some instances only, as the constructors of their base say.
template <int N>
struct Elements {
  Elements() = default;
  Elements(int a, int b) : sum(a + b) { static_assert(N >= 2); }
  Elements(int a, int b, int c) : sum(a + b + c) { static_assert(N >= 3); }
  int sum = 0;
};
template <int N>
struct Vector : Elements<N> {
  Vector() {}
  Vector(int a, int b) : Elements<N>(a, b) {}
  Vector(int a, int b, int c) : Elements<N>(a, b, c) {}
};
[[run::autoconvert]] Vector<2> vector() { return Vector<2>(3, 4); }
[[run::autoconvert]] Vector<3> longer() { return Vector<3>(3, 4, 5); }
}  // namespace app
#include "instances.run.h"
int main() {
  CHECK(run::build(run::autoconvert<app::vector>()).sum == 7);
  CHECK(run::build(run::autoconvert<app::longer>()).sum == 12);
  CHECK(run::build(run::autoconvert<app::constant>()).sum == 6);
  CHECK(run::build(run::autoconvert<app::zero>()).sum == 0);
  CHECK(run::build(run::autoconvert<app::by_function>()).sum == 12);
  auto column = run::autoconvert<app::column>(3);
  CHECK(run::build(column).value == 3 && run::build(column).name() == "width \"in\" \\mm\\");
  using Column = decltype(run::build(column));
  CHECK(run::from_yaml<Column>(run::to_yaml(column)) == column);
  CHECK(run::build(run::autoconvert<app::theme>(3)).opacity == 3);
  CHECK(run::build(run::autoconvert<app::other_theme>()).opacity == app::other_theme().opacity);
  const auto theme = run::autoconvert<app::other_theme>();
  CHECK(run::from_yaml<decltype(app::other_theme())>(run::to_yaml(theme, {.defaults = true})) == theme);
  CHECK(run::build(run::autoconvert<app::filter>()).rate == app::filter().rate);
  CHECK(run::build(run::autoconvert<app::whole>()).n == 7);

  CHECK(run::build(run::autoconvert<app::real>(3)) == app::real(3));
  CHECK(run::build(run::autoconvert<app::natural>(3)) == app::natural(3));
  CHECK(contains(thrown<run::Error>([] { run::autoconvert<app::real>(3)["half"] = 1; }), "half"));
  return check_result();
}
