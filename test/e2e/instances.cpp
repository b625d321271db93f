// Instances of class templates: arguments that are objects (C++20), and members that are not for every instance.
#include <run/run.h>

#include <algorithm>
#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

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

// Setters of a base that is made for the class, which do not compile for some: what they call of the object does not.
template <class Derived>
class Sized {
 public:
  Derived& set_ones(long n) {
    resize(n);
    return set_scale(1);
  }
  Derived& set_width(long n) {
    resize(n);
    return self();
  }
  Derived& set_scale(double value) {
    scale_ = value;
    return self();
  }
  double scale() const { return scale_; }

 private:
  Derived& self() { return static_cast<Derived&>(*this); }
  void resize(long n) {
    static_assert(Derived::is_row, "only rows have a length");
    self().length = n;
  }
  double scale_ = 0;
};
template <bool IsRow>
class Cells : public Sized<Cells<IsRow>> {
 public:
  static constexpr bool is_row = IsRow;
  explicit Cells(long n) : length(n) {}
  long length;
};

// What functions give may be a view that nobody changes: its setter hands it to a template that is not for it.
template <class T>
void assign(T& to, double value) {
  static_assert(!std::is_const_v<typename T::Of>, "this is read-only");
  to.of->set_scale(value);
}
template <class T>
class View {
 public:
  using Of = T;
  explicit View(T& to) : of(&to) {}
  View& set_scale(double value) {
    assign(*this, value);
    return *this;
  }
  operator long() const { return of->length; }
  T* of;
};
inline const Cells<true> kRow(5);
inline View<const Cells<true>> view(int times) { return times > 0 ? View(kRow) : View(kRow); }
struct Shown {
  long length;
  explicit Shown(View<const Cells<true>> of) : length(of) {}
};
[[run::autoconvert]] Shown shown(int times) { return Shown(view(times)); }

// What a pointer leads to is an object like one that is constructed: its setter may call a template.
template <class T>
void put(T& to, double value) {
  to.level = value;
}
template <class T>
class Pointer {
 public:
  explicit Pointer(T* of) : of_(of) {}
  T* operator->() const { return of_.get(); }

 private:
  std::shared_ptr<T> of_;
};
template <int N>
class Gauge {
 public:
  static Pointer<Gauge> create() { return Pointer<Gauge>(new Gauge); }
  static std::unique_ptr<Gauge> owned() { return std::make_unique<Gauge>(); }
  static Gauge* plain() { return new Gauge; }
  void SetLevel(double value);
  double level = N;
};
template <int N>
void Gauge<N>::SetLevel(double value) {
  put(*this, value);
}
[[run::autoconvert]] Pointer<Gauge<1>> gauge(double level) {
  auto made = Gauge<1>::create();
  made->SetLevel(level);
  return made;
}
[[run::autoconvert]] std::unique_ptr<Gauge<2>> owned_gauge(double level) {
  auto made = Gauge<2>::owned();
  made->SetLevel(level);
  return made;
}
[[run::autoconvert]] std::unique_ptr<Gauge<3>> adopted_gauge(double level) {
  std::unique_ptr<Gauge<3>> made(Gauge<3>::plain());
  made->SetLevel(level);
  return made;
}

[[run::autoconvert]] Cells<false> block(long n) {
  Cells<false> made(n);
  made.set_scale(0.5);
  return made;
}
[[run::autoconvert]] Cells<true> row(long n) {
  Cells<true> made(n);
  made.set_ones(7).set_scale(2);
  return made;
}

// What a class has from a base is not for every instance of it, either.
template <class T>
class Box {
 public:
  Box() { static_assert(std::is_default_constructible_v<T>); }
  explicit Box(std::shared_ptr<T> content) : content_(std::move(content)) {}
  const T& content() const { return *content_; }

 private:
  std::shared_ptr<T> content_;
};
struct Wheel {
  explicit Wheel(int size) : radius(size) {}
  int radius;
};
class WheelBox : public Box<Wheel> {
 public:
  using Box<Wheel>::Box;
};
struct Crate {
  Crate() = default;
  explicit Crate(int n) : box(std::make_shared<Wheel>(n)) {}
  WheelBox box;
};
[[run::autoconvert]] WheelBox boxed(int size) { return WheelBox(std::make_shared<Wheel>(size)); }
[[run::autoconvert]] Crate crate(int size) { return Crate(size); }
}  // namespace app
#include "instances.run.h"
int main() {
  CHECK(run::build(run::autoconvert<app::vector>()).sum == 7);
  CHECK(run::build(run::autoconvert<app::longer>()).sum == 12);
  CHECK(run::build(run::autoconvert<app::block>(3)).scale() == 0.5);
  CHECK(contains(thrown<run::Error>([] { run::autoconvert<app::block>(3)["width"] = 1; }), "scale"));
  CHECK(run::build(run::autoconvert<app::shown>(2)).length == 5);
  CHECK(contains(thrown<run::Error>([] { run::autoconvert<app::shown>(2)["of.scale"] = 1; }), "scale"));
  CHECK(run::build(run::autoconvert<app::gauge>(3))->level == app::gauge(3)->level);
  CHECK(run::build<std::unique_ptr<app::Gauge<2>>>(run::autoconvert<app::owned_gauge>(4))->level == 4);
  CHECK(run::build<std::unique_ptr<app::Gauge<3>>>(run::autoconvert<app::adopted_gauge>(5))->level == 5);
  const auto row = run::build(run::autoconvert<app::row>(3));
  CHECK(row.length == 7 && row.scale() == 2 && app::row(3).length == 7);
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
  CHECK(run::build(run::autoconvert<app::boxed>(3)).content().radius == 3);
  CHECK(run::build(run::autoconvert<app::crate>(4)).box.content().radius == 4);

  CHECK(run::build(run::autoconvert<app::real>(3)) == app::real(3));
  CHECK(run::build(run::autoconvert<app::natural>(3)) == app::natural(3));
  CHECK(contains(thrown<run::Error>([] { run::autoconvert<app::real>(3)["half"] = 1; }), "half"));
  return check_result();
}
