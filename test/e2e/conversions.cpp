// Objects that stand where their class converts to what is wanted; text that a constructor template is given.
#include <run/run.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {
struct Num {
  double v = 0;
  bool operator==(const Num&) const = default;
};
class Wide {
 public:
  explicit Wide(int n) : n_(n) {}
  bool operator==(const Wide&) const = default;
  int field = 0;

 private:
  int n_;
};
struct Conv {
  int x = 1;
  operator Num() const { return Num{x + 0.5}; }
  operator int() const { return x; }
  operator std::string() const { return std::to_string(x); }
};
class EConv {
 public:
  explicit EConv(int x) : x_(x) {}
  explicit operator Num() const { return Num{x_ + 0.25}; }
  operator Wide() { return Wide(x_); }
  operator bool() const { return x_ > 0; }

 private:
  int x_;
};
struct Expr {
  int k = 0;
  operator Wide() && { return Wide(k); }
};
inline Expr zeros(int k) { return Expr{k}; }
struct Takes {
  Num n{};
  int k = 0;
  std::string s{};
  bool operator==(const Takes&) const = default;
};
[[run::autoconvert]] Takes r1() { return Takes{.n = Conv{7}, .k = Conv{3}, .s = Conv{4}}; }
[[run::autoconvert]] Takes r2() { return Takes{static_cast<Num>(EConv(7))}; }
[[run::autoconvert]] Takes spelled() {
  EConv e(7);
  return Takes{.n = Num(e), .k = static_cast<int>(Conv{3}) /* whole */, .s = (std::string)(Conv{4})};
}
[[run::autoconvert]] Takes assigned_by_cast() {
  Takes t;
  t.k = int(Conv{5});
  t.s = static_cast<std::string>(Conv{6});
  return t;
}
[[run::autoconvert]] Takes r3() {
  Conv c;
  c.x = 9;
  return Takes{.n = c, .k = c, .s = c};
}
[[run::autoconvert]] Wide r4() { return zeros(4); }
[[run::autoconvert]] Wide r5() {
  EConv e(5);
  return e;
}
[[run::autoconvert]] Takes r6() {
  Takes t;
  t.n = Conv{2};
  return t;
}
[[run::autoconvert]] Num r7() {
  Num n = Conv{2};
  return n;
}
[[run::autoconvert]] std::vector<Num> r8() {
  std::vector<Num> v;
  v.push_back(Conv{2});
  v.push_back(Num(EConv(3)));
  return v;
}
class Module {
 public:
  template <class First, class... Rest>
  explicit Module(First first, Rest&&... rest) : text_(first) {
    ((text_ += rest), ...);
  }
  bool operator==(const Module&) const = default;

 private:
  std::string text_;
};
[[run::autoconvert]] Module m1() { return Module("a", "bc", "def"); }
[[run::autoconvert]] std::unique_ptr<Module> m2(const std::string& s) {
  return std::make_unique<Module>("a", s, "def");
}
[[run::autoconvert]] Num autos() {
  const auto n = Num{1}, m = Num{2};
  auto a{n}, b(m);
  b.v += a.v;
  return b;
}

// Assigned, where something else than the object itself is wanted.
template <class T>
class Maybe {
 public:
  Maybe() = default;
  Maybe(const T& value) : has_(true), value_(value) {}
  Maybe& operator=(const T& value) {
    has_ = true;
    value_ = value;
    return *this;
  }
  bool operator==(const Maybe&) const = default;

 private:
  bool has_ = false;
  T value_{};
};
struct Row {
  std::size_t length = 0;
  double fill = 0;
};
inline Row row(std::size_t length) { return {length, 1}; }
class Matrix {
 public:
  Matrix() = default;
  template <class Expression, class = decltype(std::declval<Expression>().fill)>
  Matrix(const Expression& e) : elements_(e.length, e.fill) {}
  template <class Expression, class = decltype(std::declval<Expression>().fill)>
  Matrix& operator=(const Expression& e) {
    elements_.assign(e.length, e.fill);
    return *this;
  }
  bool operator==(const Matrix&) const = default;

 private:
  std::vector<double> elements_;
};
struct Assigned {
  Matrix matrix{};
  Maybe<int> count{};
  Maybe<Num> num{};
  std::optional<Num> one{};
  std::optional<Matrix> held{};
  std::vector<std::optional<Num>> several{};
  std::map<std::string, std::optional<Num>> named{};
  bool operator==(const Assigned&) const = default;
};
[[run::autoconvert]] Assigned assigned(int n) {
  Assigned a;
  a.matrix = row(3);
  a.count = 2 * n;
  a.num = Num{n + 0.5};
  a.one = Conv{n};
  a.held = Row{.length = 2, .fill = 0.5};
  a.several.emplace_back(Conv{1});
  a.several.push_back(Num{2});
  a.several[1] = Conv{3};
  a.named["x"] = Conv{4};
  a.named["y"] = std::nullopt;
  return a;
}
[[run::autoconvert]] std::vector<Matrix> assigned_locals() {
  Matrix matrix;
  matrix = row(2);
  std::vector<Matrix> all{matrix};
  all[0] = Row{.length = 1};
  std::optional<Matrix> last;
  last = Row{.length = 4};
  all.push_back(*last);
  return all;
}

// One setter, and a template that makes its argument of whatever it is given.
class Placement {
 public:
  Placement on(Maybe<Num> device) const {
    Placement other(*this);
    other.device_ = device;
    return other;
  }
  template <class... A>
  Placement on(A&&... a) const {
    return on(Maybe<Num>(Num{std::forward<A>(a)...}));
  }
  Maybe<Num> on() const { return device_; }
  Placement& width(long value) {
    width_ = value;
    return *this;
  }
  template <class... A>
  Placement& width(A&&... a) {
    return width(long(std::forward<A>(a)...));
  }
  long width() const { return width_; }
  bool operator==(const Placement&) const = default;

 private:
  Maybe<Num> device_{};
  long width_ = 0;
};
[[run::autoconvert]] Placement placed(int n) { return Placement().on(Num{n + 0.5}).width(n); }
[[run::autoconvert]] Placement placed_local(int n) {
  Placement p;
  p.width(n + 1);
  return p;
}
}  // namespace app
#include "conversions.run.h"
using namespace app;
#define LAW(f, T, ...) CHECK(T(run::build(run::autoconvert<f>(__VA_ARGS__))) == f(__VA_ARGS__))
int main() {
  LAW(r1, Takes);
  LAW(r2, Takes);
  LAW(spelled, Takes);
  LAW(assigned_by_cast, Takes);
  LAW(r3, Takes);
  LAW(r4, Wide);
  LAW(r5, Wide);
  LAW(r6, Takes);
  LAW(r7, Num);
  LAW(m1, Module);
  LAW(autos, Num);
  CHECK(run::build<std::vector<Num>>(run::autoconvert<r8>()) == r8());
  CHECK(*run::build<std::unique_ptr<Module>>(run::autoconvert<m2>("x")) == *m2("x"));
  LAW(assigned, Assigned, 3);
  CHECK(run::build<std::vector<Matrix>>(run::autoconvert<assigned_locals>()) == assigned_locals());
  CHECK(run::from_yaml<Assigned>(run::to_yaml(run::autoconvert<assigned>(3))) == run::autoconvert<assigned>(3));
  LAW(placed, Placement, 3);
  LAW(placed_local, Placement, 3);
  CHECK(run::from_yaml<Takes>(run::to_yaml(run::autoconvert<r1>())) == run::autoconvert<r1>());
  return check_result();
}
