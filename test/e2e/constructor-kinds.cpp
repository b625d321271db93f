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
