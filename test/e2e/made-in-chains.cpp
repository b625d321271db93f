// The law for setters in chains on recipes' calls, and for nested members of what recipes make.
#include <run/run.h>

#include <memory>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"
namespace app {
inline int made = 0;
struct Inner {
  int depth = 1;
  std::vector<int> sizes{1, 2};
  bool operator==(const Inner&) const = default;
};
struct Layer {
  int k = 0;
  Inner inner{};
  bool operator==(const Layer&) const = default;
};
struct Options {
  int threads = 1;
  double rate = 0.5;
  Inner inner{};
  std::vector<Layer> layers{};
  Layer a[2] = {};
  bool operator==(const Options& o) const {
    return threads == o.threads && rate == o.rate && inner == o.inner && layers == o.layers && a[0] == o.a[0] &&
           a[1] == o.a[1];
  }
};
inline Options of_size(int size) {
  ++made;
  Options o;
  o.threads = size;
  o.layers = {Layer{1}, Layer{2}};
  o.inner.depth = 40;
  o.a[1].k = 9;
  return o;
}

class Fluent {
 public:
  explicit Fluent(int width = 1) : width_(width) {}
  Fluent& name(std::string v) {
    name_ = std::move(v);
    return *this;
  }
  const std::string& name() const { return name_; }
  Fluent& set_size(int v) {
    size_ = v;
    return *this;
  }
  void set_width(int v) { width_ = 10 * v; }
  bool operator==(const Fluent&) const = default;

 private:
  int width_;
  int size_ = 0;
  std::string name_;
};
class Derived : public Fluent {
 public:
  explicit Derived(int name) : Fluent(name) {}
  int extra = 0;
  bool operator==(const Derived&) const = default;
};

[[run::autoconvert]] inline Fluent plain(int w) { return Fluent(w); }
[[run::autoconvert]] inline Fluent preset(int w) {
  Fluent f(w);
  f.name("preset");
  return f;
}
inline Fluent create(int name) {
  ++made;
  return Fluent(name);
}
[[run::autoconvert]] inline Fluent called(int w) { return create(w); }
[[run::autoconvert]] inline std::unique_ptr<Fluent> owned(int w) { return std::make_unique<Derived>(w); }
[[run::autoconvert]] inline std::shared_ptr<Fluent> common(int w) { return std::make_shared<Fluent>(w); }
[[run::autoconvert]] inline Options options(int n) {
  Options o = of_size(n);
  o.rate = 2;
  return o;
}
[[run::autoconvert]] inline Options own_options(int n) {
  Options o;
  o.threads = n;
  o.layers.push_back(Layer{5});
  return o;
}

[[run::autoconvert]] inline Fluent r1(int w) { return plain(w).name("a").set_size(3); }
[[run::autoconvert]] inline Fluent r2(int w) {
  auto f = plain(w).name("b");
  f.set_size(4);
  return f;
}
[[run::autoconvert]] inline Fluent r3(int w) { return preset(w).name("c"); }
[[run::autoconvert]] inline Fluent r4(int w) { return called(w).name("d").set_size(2); }
[[run::autoconvert]] inline Fluent r5(int w) {
  auto f = called(w);
  f.name("e").set_size(7);
  f.set_width(2);
  return f;
}
[[run::autoconvert]] inline std::unique_ptr<Fluent> r6(int w) {
  auto f = owned(w);
  f->name("g");
  f->set_width(5);
  return f;
}
[[run::autoconvert]] inline std::shared_ptr<Fluent> r7(int w) {
  auto f = common(w);
  f->name("h").set_size(2);
  return f;
}
[[run::autoconvert]] inline Fluent r8(int w) { return owned(w)->name("i"); }
[[run::autoconvert]] inline std::vector<Fluent> r9(int w) { return {plain(w).name("j"), called(w).name("k")}; }
[[run::autoconvert]] inline Fluent r10(int w) {
  Fluent f = r4(w).name("l");
  f.set_width(1);
  return f;
}
[[run::autoconvert]] inline std::shared_ptr<Fluent> r11(int w) { return std::make_shared<Fluent>(r1(w).name("m")); }

[[run::autoconvert]] inline Options n1(int n) {
  auto x = options(n);
  x.inner.depth = 2;
  return x;
}
[[run::autoconvert]] inline Options n2(int n) {
  auto x = own_options(n);
  x.inner.depth = 2;
  x.layers[0].k = 6;
  x.a[1].k = 3;
  return x;
}
}  // namespace app
#include "made-in-chains.run.h"
#define LAW(f)                                                \
  do {                                                        \
    app::made = 0;                                            \
    const auto want = app::f(3);                              \
    const int calls = app::made;                              \
    app::made = 0;                                            \
    const auto got = run::build(run::autoconvert<app::f>(3)); \
    CHECK(got == want);                                       \
    CHECK(calls == app::made);                                \
  } while (false)
#define LAWP(f, P)                                               \
  do {                                                           \
    const auto want = app::f(3);                                 \
    const auto got = run::build<P>(run::autoconvert<app::f>(3)); \
    CHECK(*got == *want);                                        \
  } while (false)
int main() {
  LAW(r1);
  LAW(r2);
  LAW(r3);
  LAW(r4);
  LAW(r5);
  LAWP(r6, std::unique_ptr<app::Fluent>);
  LAWP(r7, std::shared_ptr<app::Fluent>);
  LAW(r8);
  LAW(r9);
  LAW(r10);
  LAWP(r11, std::shared_ptr<app::Fluent>);
  LAW(n1);
  LAW(n2);
  return check_result();
}
