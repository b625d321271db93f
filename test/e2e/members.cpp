// Classes with members and bases of every kind: arrays, bit-fields, views, functions, deleters, diamonds, CRTP.
#include <run/run.h>

#include <array>
#include <cassert>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Arrays {
  int a[3] = {1, 2, 3};
  double m[2][2] = {{1, 2}, {3, 4}};
  char text[8] = "abc";
  int last = 0;
  bool operator==(const Arrays&) const = default;
};
struct Bits {
  unsigned a : 3 = 1;
  unsigned b : 5 = 2;
  bool c : 1 = false;
  int d = 0;
  bool operator==(const Bits&) const = default;
};
// So many members that the library assigns numbers, too; but not those that nothing may refer to.
enum Shade { dark, light };
struct Many {
  char a = 'a';
  bool b = true;
  signed char c = 3;
  unsigned short d = 4;
  int e = 5;
  long f = 6;
  unsigned long long g = 7;
  float h = 8.5F;
  double i = 9.5;
  long double j = 10.5;
  Shade k = dark;
  unsigned l : 3 = 1;
  bool m : 1 = true;
  std::string n = "n";
  std::byte o{};
  short p = 16;
  wchar_t q = L'q';
  bool operator==(const Many&) const = default;
};
struct [[gnu::packed]] Packed {
  char a = 1;
  int b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10, k = 11, l = 12, m = 13, n = 14, o = 15, p = 16;
  double q = 2;
};
// Classes with some of copy, move and assignment.
class OnlyAssigned {
 public:
  explicit OnlyAssigned(int n) : n_(n) {}
  OnlyAssigned(const OnlyAssigned&) = delete;
  OnlyAssigned& operator=(const OnlyAssigned& other) {
    n_ = other.n_;
    return *this;
  }
  bool operator==(const OnlyAssigned& other) const { return n_ == other.n_; }

 private:
  int n_;
};
#ifdef __clang__
#pragma clang diagnostic ignored "-Wdeprecated-copy-with-user-provided-copy"
#endif
class OwnAssignment {
 public:
  explicit OwnAssignment(int n = 0) : n_(n) {}
  OwnAssignment& operator=(const OwnAssignment& other) {
    n_ = other.n_;
    return *this;
  }
  bool operator==(const OwnAssignment& other) const { return n_ == other.n_; }

 private:
  int n_;
};
class OwnCopy {
 public:
  explicit OwnCopy(int n = 0) : n_(n) {}
  OwnCopy(const OwnCopy& other) : n_(other.n_) {}
  bool operator==(const OwnCopy& other) const { return n_ == other.n_; }

 private:
  int n_;
};
class NeverAssigned {
 public:
  explicit NeverAssigned(int n = 0) : n_(n) {}
  NeverAssigned(const NeverAssigned& other) : n_(other.n_) {}
  NeverAssigned& operator=(const NeverAssigned&) = delete;
  bool operator==(const NeverAssigned& other) const { return n_ == other.n_; }

 private:
  int n_;
};
struct Copies {
  OwnCopy copied{};
  std::vector<OwnCopy> more{};
  std::vector<OwnAssignment> all{};
  bool operator==(const Copies&) const = default;
};
struct Fixed {
  NeverAssigned never{};
  std::vector<NeverAssigned> all{};
  int n = 0;
  bool operator==(const Fixed&) const = default;
};
class Late {
 public:
  Late() : copied(7) {}
  bool operator==(const Late&) const = default;
  OwnCopy copied;
  std::vector<OwnAssignment> all{};
};
enum class Mode : unsigned char { off, slow, fast, all };
inline int counted(int n) { return n * 100; }
struct Flags {
  unsigned a : 3 = 1;
  int s : 4 = -1;
  Mode mode : 2 = Mode::off;
  std::uint64_t wide : 40 = 0;
  bool c : 1 = false;
  bool operator==(const Flags&) const = default;
};
class Register {
 public:
  explicit Register(int n) : low(static_cast<unsigned>(n) & 15), high(0) {}
  bool operator==(const Register&) const = default;
  unsigned low : 4;
  signed char high : 4;
};
struct Views {
  std::string_view name = "x";
  std::span<const int> numbers{};
  const char* text = nullptr;
  char* buffer = nullptr;
};
inline int twice(int x) { return 2 * x; }
struct Functions {
  int (*f)(int) = nullptr;
  std::function<int(int)> g{};
  int (Bits::*h)() = nullptr;
  int Bits::*member = nullptr;
};
struct Closer {
  void operator()(Bits* b) const { delete b; }
};
struct Owner {
  std::unique_ptr<Bits, Closer> bits{};
  std::unique_ptr<const Bits> cbits{};
};
class Self : public std::enable_shared_from_this<Self> {
 public:
  explicit Self(int n) : n_(n) {}
  int n() const { return n_; }

 private:
  int n_;
};
struct Base1 {
  int one = 1;
  bool operator==(const Base1&) const = default;
};
struct Sides {
  Base1 left{};
  Base1 right{2};
};
// The names of both classes stand side by side.
struct Side {
  Base1 Sides::*which = nullptr;
};
struct Base2 {
  int two = 2;
  bool operator==(const Base2&) const = default;
};
struct Multi : Base1, Base2 {
  int three = 3;
  bool operator==(const Multi&) const = default;
};
struct VBase {
  int v = 1;
  VBase() = default;
  explicit VBase(int x) : v(x) {}
  virtual ~VBase() = default;
};
struct VL : virtual VBase {
  using VBase::VBase;
  int l = 0;
};
struct VR : virtual VBase {
  using VBase::VBase;
  int r = 0;
};
struct Diamond : VL, VR {
  Diamond(int x, int y) : VBase(x), VL(x), VR(x), y_(y) {}
  int y() const { return y_; }

 private:
  int y_;
};
template <class D>
struct Crtp {
  int base = 4;
  D& set_base(int b) {
    base = b;
    return static_cast<D&>(*this);
  }
};
struct Curious : Crtp<Curious> {
  int own = 1;
  Curious& set_own(int o) {
    own = o;
    return *this;
  }
};
class Curious2 : public Crtp<Curious2> {
 public:
  explicit Curious2(int o) : own(o) {}
  int own;
};

static const int kNumbers[] = {1, 2, 3};
static char buffer_of_bytes[] = "of bytes";

[[run::autoconvert]] Arrays arrays_default() {
  Arrays a;
  a.last = 3;
  return a;
}
[[run::autoconvert]] Bits bits(unsigned x) {
  Bits b;
  b.a = x & 7;
  b.b = 3;
  b.c = true;
  return b;
}
[[run::autoconvert]] Bits bits2() { return {.a = 3, .d = 4}; }
[[run::autoconvert]] Many many(int x) {
  return {'z', x > 1, -3, 4, x, -6, 70, 0.1F, 0.2, 10.25L, light, 5, false, "m", std::byte{7}, -17, L'w'};
}
[[run::autoconvert]] Packed packed(int x) { return {.a = 9, .b = x, .p = x + 1, .q = 0.5}; }
[[run::autoconvert]] OnlyAssigned only_assigned(int n) { return OnlyAssigned(n); }
[[run::autoconvert]] OwnAssignment own_assignment(int n) { return OwnAssignment(n); }
[[run::autoconvert]] Copies copies() {
  Copies c{.copied = OwnCopy(2)};
  c.all.push_back(OwnAssignment(5));
  c.more.emplace_back(6);
  c.all[0] = OwnAssignment(8);
  return c;
}
[[run::autoconvert]] Fixed fixed() { return Fixed{.never = NeverAssigned(3), .all = {NeverAssigned(4)}}; }
[[run::autoconvert]] Late late() {
  Late l;
  l.all.push_back(OwnAssignment(5));
  return l;
}
[[run::autoconvert]] Flags flags(int n, std::uint64_t w) {
  Flags f{.a = static_cast<unsigned>(n), .wide = w};
  f.s = n;
  f.mode = Mode::fast;
  f.c = n;
  return f;
}
[[run::autoconvert]] Flags flags_called(int n) {
  Flags f;
  f.s = counted(n);
  f.wide = 77;
  return f;
}
[[run::autoconvert]] Register register_of(int n) {
  Register r(n);
  r.low = 3;
  r.high = n;
  return r;
}
[[run::autoconvert]] Views views(char* buffer) {
  return Views{.name = "hello", .numbers = kNumbers, .text = "lit", .buffer = buffer};
}
[[run::autoconvert]] Views mutable_text() {
  Views views;
  views.buffer = const_cast<char*>("lit");
  return views;
}
[[run::autoconvert]] Functions none() {
  Functions functions{.f = nullptr, .g = nullptr, .h = nullptr};
  functions.member = nullptr;
  return functions;
}
[[run::autoconvert]] Functions functions() { return Functions{.f = twice, .g = &twice}; }
[[run::autoconvert]] Owner owner() { return Owner{.cbits = std::make_unique<const Bits>()}; }
[[run::autoconvert]] Owner owner2() {
  Owner o;
  o.cbits = std::make_unique<Bits>(Bits{.d = 9});
  return o;
}
[[run::autoconvert]] std::shared_ptr<Self> self() { return std::make_shared<Self>(4); }
[[run::autoconvert]] Multi multi() { return {{11}, {22}, 33}; }
[[run::autoconvert]] Multi multi2() {
  Multi m;
  m.one = 5;
  m.two = 6;
  m.three = 7;
  return m;
}
[[run::autoconvert]] Multi multi3() { return {Base1{11}, {}, 33}; }
[[run::autoconvert]] std::unique_ptr<VL> vl() {
  auto p = std::make_unique<VL>(5);
  p->l = 4;
  return p;
}
[[run::autoconvert]] std::unique_ptr<VBase> dia() { return std::make_unique<Diamond>(5, 6); }
[[run::autoconvert]] Curious curious() { return Curious().set_base(3).set_own(4); }
[[run::autoconvert]] Curious2 curious2() { return Curious2(1).set_base(3); }

// Compilers warn where these are assigned.
class Copied {
 public:
  explicit Copied(int n = 1) : n_(n) {}
  Copied(const Copied& other) : n_(other.n_) {}
  bool operator==(const Copied& other) const { return n_ == other.n_; }

 private:
  int n_;
};
class Discouraged {
 public:
  explicit Discouraged(int n = 1) : n_(n) {}
  Discouraged(const Discouraged&) = default;
  [[deprecated("make a new one")]] Discouraged& operator=(const Discouraged&) = default;
  bool operator==(const Discouraged&) const = default;

 private:
  int n_;
};
struct AroundCopied {
  Copied copied{};
  bool operator==(const AroundCopied&) const = default;
};
struct Assigned {
  int n = 0;
  Copied one{};
  Discouraged two{};
  AroundCopied around{};
  Copied array[2] = {Copied(1), Copied(2)};
  std::optional<Copied> maybe{};
  std::vector<Copied> many{};
  bool operator==(const Assigned& o) const {
    return n == o.n && one == o.one && two == o.two && around == o.around && array[0] == o.array[0] &&
           array[1] == o.array[1] && maybe == o.maybe && many == o.many;
  }
};
class WithField {
 public:
  explicit WithField(int id) : id_(id) {}
  Copied copied;
  AroundCopied around;
  bool operator==(const WithField&) const = default;

 private:
  int id_;
};
[[run::autoconvert]] Assigned assigned() {
  return {.n = 1,
          .one = Copied(2),
          .two = Discouraged(3),
          .around = {Copied(4)},
          .array = {Copied(5), Copied(6)},
          .maybe = Copied(7),
          .many = {Copied(8)}};
}
[[run::autoconvert]] WithField with_field() { return WithField(3); }
[[run::autoconvert]] Side right_side() {
  Side side{&Sides::left};
  side.which = &Sides::right;
  return side;
}
}  // namespace app

#include "members.run.h"
using namespace app;
int main() {
  CHECK(Arrays(run::build(run::autoconvert<arrays_default>())) == arrays_default());
  CHECK(Bits(run::build(run::autoconvert<bits>(5u))) == bits(5u));
  CHECK(Bits(run::build(run::autoconvert<bits2>())) == bits2());
  CHECK(*run::build<std::unique_ptr<OnlyAssigned>>(run::autoconvert<only_assigned>(3)) == only_assigned(3));
  CHECK(run::build(run::autoconvert<own_assignment>(3)) == own_assignment(3));
  CHECK(run::build(run::autoconvert<many>(3)) == many(3));
  auto one_of_many = run::autoconvert<many>(3);
  one_of_many["e"] = 77;
  one_of_many->k = dark;
  const Many changed_many = run::build(one_of_many);
  CHECK(changed_many.e == 77 && changed_many.k == dark && changed_many.q == L'w');
  const Packed tight = run::build(run::autoconvert<packed>(4));
  CHECK(tight.a == 9 && tight.b == 4 && tight.c == 3 && tight.p == 5 && tight.q == 0.5);
  CHECK(run::build(run::autoconvert<copies>()) == copies());
  CHECK(run::build(run::autoconvert<fixed>()) == fixed());
  CHECK(run::build(run::autoconvert<late>()) == late());
  for (const int n : {0, 5, 300, -300}) {
    CHECK(run::build(run::autoconvert<flags>(n, ~std::uint64_t{0})) == flags(n, ~std::uint64_t{0}));
    CHECK(run::build(run::autoconvert<flags_called>(n)) == flags_called(n));
    CHECK(run::build(run::autoconvert<register_of>(n)) == register_of(n));
  }
  auto changed = run::autoconvert<flags_called>(1);
  CHECK(contains(thrown<run::Error>([&] { changed->a = 12; }), "a: expected unsigned int : 3, found 12"));
  Views v = run::build(run::autoconvert<views>(buffer_of_bytes));
  CHECK(v.buffer == buffer_of_bytes);
  CHECK(std::string(run::build(run::autoconvert<mutable_text>()).buffer) == "lit");
  CHECK(v.name == "hello" && v.numbers.data() == kNumbers && v.numbers.size() == 3 && std::string(v.text) == "lit");
  Functions f = run::build(run::autoconvert<functions>());
  CHECK(f.f == twice && f.g(4) == 8);
  const Functions none_of_them = run::build(run::autoconvert<none>());
  CHECK(run::build(run::autoconvert<right_side>()).which == right_side().which);
  CHECK(none_of_them.f == nullptr && !none_of_them.g && none_of_them.h == nullptr && none_of_them.member == nullptr);
  Owner o = run::build(run::autoconvert<owner2>());
  CHECK(o.cbits->d == 9);
  auto s = run::build<std::shared_ptr<Self>>(run::autoconvert<self>());
  CHECK(s->shared_from_this() == s && s->n() == 4);
  CHECK(Multi(run::build(run::autoconvert<multi>())) == multi());
  CHECK(Multi(run::build(run::autoconvert<multi2>())) == multi2());
  CHECK(Multi(run::build(run::autoconvert<multi3>())) == multi3());
  auto l = run::build<std::unique_ptr<VL>>(run::autoconvert<vl>());
  CHECK(l->v == 5 && l->l == 4);
  auto d = run::build<std::unique_ptr<VBase>>(run::autoconvert<dia>());
  CHECK(d->v == 5);
  CHECK(dynamic_cast<Diamond&>(*d).y() == 6);
  Curious c = run::build(run::autoconvert<curious>());
  CHECK(c.base == 3 && c.own == 4);
  Curious2 c2 = run::build(run::autoconvert<curious2>());
  CHECK(c2.base == 3 && c2.own == 1);
  CHECK(Assigned(run::build(run::autoconvert<assigned>())) == assigned());
  auto with = run::autoconvert<with_field>();
  with->copied = Copied(9);
  with->around->copied = Copied(8);
  const WithField made = run::build(with);
  CHECK(made.copied == Copied(9) && made.around.copied == Copied(8));
  return check_result();
}
