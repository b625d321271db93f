// The law for std::initializer_list constructors, inherited ones, and defaults that only the class itself can say.
#include <run/run.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {
namespace {
constexpr int kLocal = 7;
inline int computed() { return 8; }
const std::string kText = "file";
}  // namespace
class Leaf {
 public:
  explicit Leaf(int n) : n_(n) {}
  bool operator==(const Leaf&) const = default;
  int n() const { return n_; }

 private:
  int n_;
};
class Ints {
 public:
  Ints(std::initializer_list<int> all) : all_(all) {}
  explicit Ints(int n, int v = 1) : all_(static_cast<std::size_t>(n), v) {}
  bool operator==(const Ints&) const = default;

 private:
  std::vector<int> all_;
};
class Leaves {
 public:
  Leaves(std::initializer_list<Leaf> all, std::string name = "x") : all_(all), name_(name) {}
  bool operator==(const Leaves&) const = default;

 private:
  std::vector<Leaf> all_;
  std::string name_;
};
class Pointers {
 public:
  Pointers(std::initializer_list<std::shared_ptr<Leaf>> all) : all_(all) {}
  bool operator==(const Pointers& o) const { return all_.size() == o.all_.size(); }

 private:
  std::vector<std::shared_ptr<Leaf>> all_;
};
/// Of texts that are kept as pointers.
class Texts {
 public:
  Texts(std::initializer_list<const char*> all) : all_(all.begin(), all.end()) {}
  void set_more(std::initializer_list<const char*> more) { all_.insert(all_.end(), more.begin(), more.end()); }
  bool operator==(const Texts&) const = default;

 private:
  std::vector<std::string> all_;
};
/// Lists of lists.
class Matrix {
 public:
  Matrix(std::initializer_list<std::initializer_list<double>> rows, int scale_by = 1) : scale_(scale_by) {
    for (const auto& row : rows) rows_.emplace_back(row);
  }
  bool operator==(const Matrix&) const = default;

 private:
  std::vector<std::vector<double>> rows_;
  int scale_;
};
class Grid {
 public:
  Grid(std::initializer_list<std::initializer_list<Leaf>> rows) {
    for (const auto& row : rows) rows_.emplace_back(row);
  }
  bool operator==(const Grid&) const = default;

 private:
  std::vector<std::vector<Leaf>> rows_;
};
class Cube {
 public:
  Cube(std::initializer_list<std::initializer_list<std::initializer_list<bool>>> sides) {
    for (const auto& side : sides)
      for (const auto& row : side) rows_.emplace_back(row);
  }
  bool operator==(const Cube&) const = default;

 private:
  std::vector<std::vector<bool>> rows_;
};
class Hidden {
  static constexpr int kPrivate = 5;
  static int secret() { return 6; }

 public:
  explicit Hidden(int a, int b = kPrivate, int c = secret(), int d = kLocal, int e = computed(), std::string f = kText)
      : t_(std::to_string(a) + "," + std::to_string(b) + "," + std::to_string(c) + "," + std::to_string(d) + "," +
           std::to_string(e) + f) {}
  bool operator==(const Hidden&) const = default;

 private:
  std::string t_;
};
class Base {
 public:
  explicit Base(int a, Leaf leaf = Leaf(3)) : a_(a), leaf_(leaf) {}
  Base(std::string s) : a_(1), leaf_(1), s_(s) {}
  bool operator==(const Base&) const = default;

 private:
  int a_;
  Leaf leaf_;
  std::string s_;
};
class Derived : public Base {
 public:
  using Base::Base;
  Derived(double x, int a) : Base(a + static_cast<int>(x)) {}
  bool operator==(const Derived&) const = default;
};
struct Sub : Derived {
  using Derived::Derived;
  bool operator==(const Sub&) const = default;
};
[[run::autoconvert]] Ints list() { return Ints{1, 2, 3}; }
[[run::autoconvert]] Ints list2(int n) { return {n, 4}; }
[[run::autoconvert]] Ints count() { return Ints(3, 4); }
[[run::autoconvert]] Leaves leaves(int n) { return Leaves{Leaf(n), Leaf(2)}; }
[[run::autoconvert]] Leaves leaves2(int n) { return Leaves({Leaf(n), Leaf(2)}, "y"); }
[[run::autoconvert]] Leaves leaves3() { return {}; }
[[run::autoconvert]] Pointers pointers() { return Pointers{std::make_shared<Leaf>(1), nullptr}; }
[[run::autoconvert]] Texts texts(const std::string& last) {
  Texts texts{"a", "b", last.c_str()};
  texts.set_more({"c"});
  return texts;
}
[[run::autoconvert]] Ints many(int n) {
  return {n, 2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
          1, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40};
}
[[run::autoconvert]] Matrix matrix(double x) { return {{1, 2.5}, {x}, {}}; }
[[run::autoconvert]] Matrix scaled(double x, int n) { return Matrix({{x}}, n); }
[[run::autoconvert]] Grid grid(int n) {
  Grid grid{{Leaf(n), Leaf(2)}, {}, {Leaf(3)}};
  return grid;
}
[[run::autoconvert]] Cube cube(bool on) { return Cube{{{true, on}, {false}}, {{on}}}; }
[[run::autoconvert]] Hidden hidden(int n) { return Hidden(n); }
[[run::autoconvert]] Hidden hidden2(int n) { return Hidden(n, 2); }
[[run::autoconvert]] Derived derived(int n) { return Derived(n); }
[[run::autoconvert]] Derived derived2() { return Derived("s"); }
[[run::autoconvert]] Derived derived3() { return Derived(1.5, 2); }
[[run::autoconvert]] Sub sub(int n) { return Sub(n, Leaf(9)); }
[[run::autoconvert]] std::unique_ptr<Base> held(int n) { return std::make_unique<Sub>(n); }
}  // namespace app
#include "constructor-kinds.run.h"
int main() {
  using namespace app;
  CHECK(run::build(run::autoconvert<list>()) == list());
  CHECK(run::build(run::autoconvert<list2>(2)) == list2(2));
  CHECK(run::build(run::autoconvert<count>()) == count());
  CHECK(run::build(run::autoconvert<leaves>(2)) == leaves(2));
  CHECK(run::build(run::autoconvert<leaves2>(2)) == leaves2(2));
  CHECK(run::build(run::autoconvert<leaves3>()) == leaves3());
  CHECK(run::build(run::autoconvert<pointers>()) == pointers());
  CHECK(run::build(run::autoconvert<texts>("z")) == texts("z"));
  CHECK(run::build(run::from_yaml<Texts>(run::to_yaml(run::autoconvert<texts>("z")))) == texts("z"));
  CHECK(run::build(run::autoconvert<many>(2)) == many(2));
  CHECK(run::build(run::autoconvert<matrix>(0.5)) == matrix(0.5));
  CHECK(run::build(run::autoconvert<scaled>(0.5, 3)) == scaled(0.5, 3));
  CHECK(run::build(run::autoconvert<grid>(7)) == grid(7));
  CHECK(run::build(run::autoconvert<cube>(true)) == cube(true));
  CHECK(run::build(run::from_yaml<Grid>(run::to_yaml(run::autoconvert<grid>(7)))) == grid(7));
  auto rows = run::autoconvert<matrix>(0.5);
  rows["rows[1][0]"] = 4;
  CHECK(run::build(run::from_json<Matrix>(run::to_json(rows))) == Matrix({{1, 2.5}, {4}, {}}));
  CHECK(run::build(run::autoconvert<hidden>(2)) == hidden(2));
  CHECK(run::build(run::autoconvert<hidden2>(2)) == hidden2(2));
  CHECK(run::build(run::autoconvert<derived>(2)) == derived(2));
  CHECK(run::build(run::autoconvert<derived2>()) == derived2());
  CHECK(run::build(run::autoconvert<derived3>()) == derived3());
  CHECK(run::build(run::autoconvert<sub>(2)) == sub(2));
  CHECK(*run::build<std::unique_ptr<Base>>(run::autoconvert<held>(2)) == *held(2));

  // Lists may grow, in YAML too.
  auto cfg = run::autoconvert<leaves>(2);
  cfg->all.push_back(run::Config<Leaf>({.n = 5}));
  CHECK(run::build(cfg) == Leaves({Leaf(2), Leaf(2), Leaf(5)}));
  CHECK(run::build(run::from_yaml<Leaves>(run::to_yaml(cfg))) == Leaves({Leaf(2), Leaf(2), Leaf(5)}));
  CHECK(run::build(run::from_yaml<Ints>("{_target_: app::Ints, all: []}")) == Ints(std::initializer_list<int>{}));
  CHECK(run::build(run::Config<Ints>({.all = std::vector<int>{1, 2, 3}})) == Ints({1, 2, 3}));

  // A hole: what can be said from outside is, what cannot must be set.
  auto hole = run::autoconvert<hidden>(2);
  hole["d"] = 4;
  CHECK(contains(thrown<run::BuildError>([&] { run::build(hole); }), "argument `c` has no value: set it"));
  hole["c"] = 3;
  hole["e"] = 8;
  CHECK(run::build(hole) == Hidden(2, 5, 3, 4, 8));
  return check_result();
}
