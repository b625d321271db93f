// The law for what functions and other recipes make: by value, behind pointers, as a base; set, copied, shared, moved
// and assigned again.
#include <run/run.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"
namespace app {
inline int calls = 0;
struct Inner {
  int depth = 1;
  std::string tag = "t";
  bool operator==(const Inner&) const = default;
};
struct Part {
  int x = 1;
  int y = 2;
  Inner inner{};
  std::shared_ptr<Inner> held{};
  bool operator==(const Part& o) const {
    return x == o.x && y == o.y && inner == o.inner && (held && o.held ? *held == *o.held : held == o.held);
  }
};
inline Part part(int n) {
  ++calls;
  return {n, 5, {n + 1, "made"}, std::make_shared<Inner>(Inner{n, "held"})};
}
inline std::unique_ptr<Part> unique_part(int n) {
  ++calls;
  return std::make_unique<Part>(part(n));
}
inline std::shared_ptr<Part> shared_part(int n) {
  ++calls;
  return std::make_shared<Part>(part(n));
}
inline Part* raw_part(int n) {
  ++calls;
  return new Part(part(n));
}
class Base {
 public:
  virtual ~Base() = default;
  void set_power(int p) { power_ = p; }
  int power() const { return power_; }
  virtual int kind() const { return 0; }

 private:
  int power_ = 0;
};
class Derived : public Base {
 public:
  explicit Derived(int power = 1) : first(power) { set_power(10 * power); }
  int first;
  int kind() const override { return 1; }
};
inline std::unique_ptr<Base> base(int power) {
  ++calls;
  return std::make_unique<Derived>(power);
}
struct All {
  Part a{};
  Part b{};
  std::unique_ptr<Part> u{};
  std::shared_ptr<Part> s{};
  std::shared_ptr<Part> s2{};
  std::optional<Part> o{};
  std::vector<Part> v{};
  std::map<std::string, Part> m{};
  std::unique_ptr<Base> base{};
  static bool eq(const auto& p, const auto& q) { return p && q ? *p == *q : !p && !q; }
  bool operator==(const All& x) const {
    return a == x.a && b == x.b && eq(u, x.u) && eq(s, x.s) && eq(s2, x.s2) && o == x.o && v == x.v && m == x.m &&
           (s == s2) == (x.s == x.s2) &&
           (base && x.base ? base->power() == x.base->power() && base->kind() == x.base->kind() : !base && !x.base) &&
           (a.held == b.held) == (x.a.held == x.b.held);
  }
};
[[run::autoconvert]] inline Part rpart(int n) {
  auto p = part(n);
  p.y = 7;
  return p;
}
[[run::autoconvert]] inline Part rplain(int n) {
  Part p;
  p.x = n;
  return p;
}
[[run::autoconvert]] inline std::unique_ptr<Part> runique(int n) {
  auto p = unique_part(n);
  p->y = 8;
  return p;
}
[[run::autoconvert]] inline std::shared_ptr<Part> rshared(int n) {
  auto p = shared_part(n);
  p->y = 9;
  return p;
}
[[run::autoconvert]] inline std::unique_ptr<Base> rbase(int n) { return std::make_unique<Derived>(n); }
[[run::autoconvert]] inline All rall(int n) {
  All all;
  all.a = part(n);
  all.a.x = 2;
  all.s = shared_part(n);
  all.s->y = 3;
  all.base = base(n);
  return all;
}

[[run::autoconvert]] inline All t1(int n) {
  All all;
  auto p = part(n);
  p.x = 4;
  all.a = p;
  all.b = p;
  return all;
}
[[run::autoconvert]] inline All t2(int n) {
  All all;
  auto p = rpart(n);
  p.x = 4;
  all.a = p;
  all.b = p;
  return all;
}
[[run::autoconvert]] inline All t3(int n) {
  All all;
  auto p = rplain(n);
  all.a = p;
  p.x = 40;
  all.b = p;
  return all;
}
[[run::autoconvert]] inline All t4(int n) {
  All all;
  all.u = unique_part(n);
  all.u->x = 3;
  all.u->inner.depth = 6;
  all.s = shared_part(n);
  all.s2 = all.s;
  all.s2->x = 8;
  return all;
}
[[run::autoconvert]] inline All t5(int n) {
  All all;
  auto s = rshared(n);
  all.s = s;
  s->x = 5;
  all.s2 = s;
  s->inner.tag = "late";
  return all;
}
[[run::autoconvert]] inline All t6(int n) {
  All all;
  auto u = runique(n);
  u->x = 3;
  all.u = std::move(u);
  all.u->y = 4;
  return all;
}
[[run::autoconvert]] inline All t7(int n) {
  All all;
  std::unique_ptr<Part> u(raw_part(n));
  u->x = 3;
  all.u = std::move(u);
  all.s = std::shared_ptr<Part>(raw_part(n));
  all.s->x = 2;
  return all;
}
[[run::autoconvert]] inline All t8(int n) {
  All all;
  all.v.push_back(part(n));
  all.v.push_back(rpart(n));
  auto p = part(n);
  p.y = 11;
  all.v.push_back(p);
  all.v.push_back(p);
  return all;
}
[[run::autoconvert]] inline All t9(int n) {
  All all;
  all.m["a"] = part(n);
  all.m.emplace("b", rpart(n));
  auto p = rplain(n);
  p.inner.depth = 3;
  all.m["c"] = p;
  return all;
}
[[run::autoconvert]] inline All t10(int n) {
  All all;
  all.base = rbase(n);
  all.base->set_power(7);
  return all;
}
[[run::autoconvert]] inline All t11(int n) {
  All all;
  all.base = base(n);
  all.base->set_power(7);
  return all;
}
[[run::autoconvert]] inline All t12(int n) {
  All all;
  auto b = base(n);
  b->set_power(7);
  all.base = std::move(b);
  return all;
}
[[run::autoconvert]] inline All t13(int n) {
  All all;
  std::unique_ptr<Base> b;
  b = std::make_unique<Derived>(n);
  b->set_power(7);
  all.base = std::move(b);
  return all;
}
[[run::autoconvert(allow_control_flow)]] inline All t14(int n) {
  All all;
  Part p = n > 2 ? part(n) : part(1);
  all.a = p;
  all.b = p;
  return all;
}
[[run::autoconvert(allow_control_flow)]] inline All t15(int n) {
  All all;
  std::unique_ptr<Part> u;
  if (n > 2)
    u = unique_part(n);
  else
    u = std::make_unique<Part>();
  u->x = 8;
  all.u = std::move(u);
  return all;
}
[[run::autoconvert]] inline All t16(int n) {
  auto all = rall(n);
  all.a.y = 20;
  all.s->x = 30;
  return all;
}
[[run::autoconvert]] inline All t17(int n) {
  auto all = rall(n);
  all.b = all.a;
  return all;
}
[[run::autoconvert]] inline All t18(int n) {
  auto all = rall(n);
  all.base->set_power(3);
  return all;
}
[[run::autoconvert]] inline std::vector<Part> t19(int n) {
  auto p = rpart(n);
  auto q = p;
  q = part(n + 1);
  q.x = 50;
  return {p, q, p};
}
[[run::autoconvert]] inline All t20(int n) {
  All all;
  all.o = part(n);
  all.o->x = 3;
  return all;
}
[[run::autoconvert]] inline All t21(int n) {
  All all;
  all.o = rplain(n);
  all.o->x = 3;
  return all;
}
[[run::autoconvert]] inline All t22(int n) {
  All all;
  auto& p = all.a;
  p = part(n);
  p.x = 9;
  p.inner.depth = 3;
  return all;
}
[[run::autoconvert]] inline All t23(int n) {
  All all;
  Part p = part(n);
  Part& r = p;
  r.x = 3;
  r = part(n + 1);
  r.y = 4;
  all.a = p;
  return all;
}
[[run::autoconvert]] inline All t24(int n) {
  auto s = std::make_shared<Part>(rpart(n));
  s->x = 4;
  All all;
  all.s = s;
  all.s2 = s;
  return all;
}
[[run::autoconvert]] inline All t25(int n) {
  All all;
  all.a = *unique_part(n);
  return all;
}
[[run::autoconvert]] inline All t26(int n) {
  All all{.a = rpart(n), .u = runique(n), .s = rshared(n)};
  all.a.x = 1;
  all.u->x = 2;
  all.s->x = 3;
  return all;
}
[[run::autoconvert]] inline Part t27(int n) {
  auto p = rpart(n);
  auto q = std::move(p);
  q.x = 3;
  return q;
}
[[run::autoconvert(allow_control_flow)]] inline std::vector<Part> t28(int n) {
  std::vector<Part> v;
  for (int i = 0; i < n; ++i) {
    auto p = rpart(i);
    p.x = 10 * i;
    v.push_back(p);
    v.push_back(p);
  }
  return v;
}
[[run::autoconvert]] inline All t30(int n) {
  All all;
  Inner i;
  i.depth = 4;
  auto p = part(n);
  p.inner = i;
  p.inner.tag = "set";
  all.a = p;
  all.b = p;
  return all;
}
[[run::autoconvert]] inline All t31(int n) {
  All all;
  auto p = part(n);
  p.held = std::make_shared<Inner>();
  p.held->depth = 9;
  all.a = p;
  all.b = p;
  return all;
}
[[run::autoconvert]] inline All t32(int n) {
  Part p = part(n);
  Part q = p;
  All all;
  all.a = p;
  all.b = q;
  return all;
}
[[run::autoconvert]] inline All t33(int n) {
  Part p;
  p = rpart(n);
  p.x = 3;
  All all;
  all.a = p;
  all.b = p;
  return all;
}
[[run::autoconvert]] inline All t34(int n) {
  Part p = rpart(n);
  All all;
  all.a = p;
  p = rplain(n);
  p.x = 33;
  all.b = p;
  return all;
}
[[run::autoconvert(allow_control_flow)]] inline All t35(int n) {
  Part p = part(n);
  if (n > 2) p = part(n + 5);
  All all;
  all.a = p;
  all.b = p;
  return all;
}
}  // namespace app
#include "made-and-passed-on.run.h"
#define LAW(f)                                                                                     \
  do {                                                                                             \
    app::calls = 0;                                                                                \
    const auto want = app::f(3);                                                                   \
    const int calls = app::calls;                                                                  \
    app::calls = 0;                                                                                \
    const auto got = run::build<std::remove_const_t<decltype(want)>>(run::autoconvert<app::f>(3)); \
    CHECK(got == want);                                                                            \
    CHECK(calls == app::calls);                                                                    \
  } while (false)
int main() {
  LAW(t1);
  LAW(t2);
  LAW(t3);
  LAW(t4);
  LAW(t5);
  LAW(t6);
  LAW(t7);
  LAW(t8);
  LAW(t9);
  LAW(t10);
  LAW(t11);
  LAW(t12);
  LAW(t13);
  LAW(t14);
  LAW(t15);
  LAW(t16);
  LAW(t17);
  LAW(t18);
  LAW(t19);
  LAW(t20);
  LAW(t21);
  LAW(t22);
  LAW(t24);
  LAW(t25);
  LAW(t26);
  LAW(t27);
  LAW(t28);
  LAW(t30);
  LAW(t31);
  LAW(t32);
  LAW(t33);
  LAW(t34);
  // A call whose result is assigned over is not made.
  CHECK(run::build(run::autoconvert<app::t23>(3)) == app::t23(3));
  CHECK(run::build(run::autoconvert<app::t35>(3)) == app::t35(3));
  return check_result();
}
