// Constructions in many spellings: attributes, aliases, deduced arguments, braces, concepts, enumerations of every
// kind.
#include <run/run.h>

#include <array>
#include <cassert>
#include <concepts>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"

namespace lib {
inline namespace v2 {
namespace detail_ {
enum Color { red, green = 5, blue };
enum class Level : unsigned char { low, high = 200 };
enum { kAnon = 17 };
}  // namespace detail_
using detail_::Color;
using detail_::green;
using detail_::kAnon;
using detail_::Level;
using detail_::red;
class Paint {
 public:
  enum Finish { matte, glossy };
  static constexpr Finish kDefault = glossy;
  explicit Paint(Color c, Level l = Level::high, Finish f = kDefault) : c_(c), l_(l), f_(f) {}
  bool operator==(const Paint&) const = default;

 private:
  Color c_;
  Level l_;
  Finish f_;
};
}  // namespace v2
}  // namespace lib
namespace alias = lib::v2;
namespace app {
using Paint = alias::Paint;
template <class T>
using Vec = std::vector<T>;
template <class T>
using Ptr = std::shared_ptr<T>;

template <class T, int N = 2>
struct Box {
  T value{};
  int n = N;
  bool operator==(const Box&) const = default;
};
template <class T>
Box(T) -> Box<T, 2>;
template <class T>
class Pair {
 public:
  Pair(T a, T b) : a_(a), b_(b) {}
  bool operator==(const Pair&) const = default;

 private:
  T a_, b_;
};

constexpr int operator""_mb(unsigned long long n) { return static_cast<int>(n) * 1024; }
consteval int ce(int x) { return x + 1; }
constexpr int cx(int x) { return x + 2; }

template <class T>
concept Number = std::integral<T> || std::floating_point<T>;
/// Made in parentheses, it leaves members to what they begin with.
struct Owned {
  int size = 1;
  std::string name{};
  std::shared_ptr<int> rest;
};
struct Num {
  double v = 0;
  bool operator==(const Num&) const = default;
};
template <Number T>
Num make_num(T v) {
  return Num{static_cast<double>(v)};
}
struct Init {
  std::vector<int> v;
  int kind;
  Init(std::initializer_list<int> l) : v(l), kind(1) {}
  Init(int a, int b) : v{a, b}, kind(2) {}
  bool operator==(const Init&) const = default;
};
struct IBase {
  int a;
  explicit IBase(int x, int y = 3) : a(x * y) {}
  bool operator==(const IBase&) const = default;
};
struct IDerived : IBase {
  using IBase::IBase;
  int extra = 1;
  bool operator==(const IDerived&) const = default;
};
struct Conv {
  int x = 1;
  operator Num() const { return Num{x + 0.5}; }
};
struct EConv {
  int x = 1;
  explicit operator Num() const { return Num{x + 0.25}; }
};
struct TakesNum {
  Num n;
  int k = 0;
  bool operator==(const TakesNum&) const = default;
};
inline int from_where() { return 12; }
struct Defaults {
  int x = from_where();
  std::string s = std::string("a") + "b";
  Num n{static_cast<double>(from_where())};
  int y = x + 1;
  bool operator==(const Defaults&) const = default;
};
class Hole {
  int priv_ = 1;
  static constexpr int kPrivate = 41;
  static int secret() { return 42; }

 public:
  explicit Hole(int a, int b = kPrivate, int c = 0) : a_(a), b_(b), c_(c) {}
  bool operator==(const Hole&) const = default;
  int a_, b_, c_;
};
struct Stat {
  static Num make(int x) { return Num{x * 1.0}; }
  static constexpr int kSize = 3;
  static int counter;
};
inline int Stat::counter = 0;

[[nodiscard, run::autoconvert]] auto r1() noexcept -> Paint { return Paint(lib::green, lib::Level::low, Paint::matte); }
[[run::autoconvert]] [[nodiscard]] inline Paint r2() { return Paint{static_cast<lib::Color>(6)}; }
[[nodiscard]] [[run::autoconvert]] auto r3(lib::Color c = lib::red) {
  Paint p(c, lib::Level::high);
  return p;
}
[[run::autoconvert]] Box<int> r4() { return Box{4}; }
[[run::autoconvert]] Box<double, 3> r5() { return Box<double, 3>{.value = 2.5}; }
[[run::autoconvert]] auto r6() { return Pair(1.5, 2.5); }
[[run::autoconvert]] auto r7() { return Box<Box<int>>{{3, 1}, 7}; }
[[run::autoconvert]] Box<int> r8() { return {2_mb, ce(3) + cx(4)}; }
[[run::autoconvert]] Num r9() { return make_num(3); }
[[run::autoconvert]] Num r10() { return make_num<float>(3.5f); }
[[run::autoconvert]] Init r11() { return Init{1, 2}; }
[[run::autoconvert]] Init r12() { return Init(1, 2); }
[[run::autoconvert]] Init r13() { return {5, 6, 7}; }
[[run::autoconvert]] IDerived r14() {
  IDerived d(4);
  d.extra = 8;
  return d;
}
[[run::autoconvert]] Defaults r17() { return Defaults{.s = "q"}; }
[[run::autoconvert]] Defaults r18() {
  Defaults d;
  return d;
}
[[run::autoconvert]] Hole r19() { return Hole(1); }
[[run::autoconvert]] Num r20() { return Stat::make(Stat::kSize); }
[[run::autoconvert]] TakesNum r21() {
  auto [a, b] = std::pair(1.5, 2);
  return {.n = {a}, .k = b};
}
[[run::autoconvert]] TakesNum r22() {
  const auto& n = Num{2.5};
  return {n};
}
[[run::autoconvert]] TakesNum r23() {
  auto&& n = Num{2.5};
  return {n, 2};
}
[[run::autoconvert]] std::optional<Num> r24() { return Num{3}; }
[[run::autoconvert]] std::optional<Num> r25() { return std::make_optional<Num>(3.0); }
[[run::autoconvert]] std::variant<int, Num> r26() { return Num{3}; }
[[run::autoconvert]] std::tuple<Num, int> r27() { return {Num{3}, 4}; }
[[run::autoconvert]] std::array<Num, 2> r28() { return {Num{3}, Num{4}}; }
[[run::autoconvert]] std::array<Num, 2> r28b() { return {{{3}, {4}}}; }
[[run::autoconvert]] Vec<Ptr<Owned>> r29b() { return {std::make_shared<Owned>(2), std::make_shared<Owned>(3, "b")}; }
[[run::autoconvert]] Vec<Ptr<Num>> r29() { return {std::make_shared<Num>(), std::make_shared<Num>(Num{2})}; }
[[run::autoconvert]] std::map<std::string, Vec<Num>> r30() { return {{"a", {Num{1}}}, {"b", {{2}, {3}}}}; }
template <Number T>
requires(sizeof(T) >= 4) [[run::autoconvert]] Num r32(T t) { return Num{static_cast<double>(t)}; }
template Num r32(int);
template Num r32<double>(double);
[[run::autoconvert]] Paint r33() {
  using enum lib::Level;
  using Paint_ = alias::Paint;
  return Paint_{lib::red, low};
}
[[run::autoconvert]] Num r34() {
  Num n = {.v = 4};
  Num m = n;
  m.v += n.v;
  return m;
}
[[run::autoconvert]] Num r35() {
  Num n = Num();
  n = {6};
  return n;
}
[[run::autoconvert]] Num r36() { return (((Num{(3)}))); }
[[run::autoconvert]] Num r37() {
  auto n{Num{1}};
  return n;
}
[[run::autoconvert]] Pair<Num> r39() { return {{1}, Num{2}}; }
[[run::autoconvert]] std::unique_ptr<Num> r40() {
  std::unique_ptr<Num> p{std::make_unique<Num>()};
  p->v = 3;
  return p;
}
[[run::autoconvert]] std::unique_ptr<Num> r41() {
  auto p = std::make_unique<Num>(Num{.v = 2});
  (*p).v = p->v + 1;
  return p;
}
[[run::autoconvert]] std::shared_ptr<Num> r42() {
  auto p = std::make_shared<Num>();
  p.get()->v = 3;
  return p;
}
[[run::autoconvert]] Vec<Vec<Num>> r44() { return {Vec<Num>{}}; }
[[run::autoconvert]] Vec<Vec<Vec<Num>>> r45() { return Vec<Vec<Vec<Num>>>{Vec<Vec<Num>>{}}; }
<:<:using run: autoconvert:> ] Num r46() { return Num{.v = 2}; }
[[run::autoconvert]] std::array<Num, 2> r43() { return std::to_array<Num>({Num{3}, {4}}); }
struct Texts {
  std::vector<int> sizes{1, 2};
  std::string name = "a";
  bool operator==(const Texts&) const = default;
};
[[run::autoconvert]] Texts r47() {
  Texts texts;
  texts.sizes = {3};
  auto sizes = std::as_const(texts.sizes);
  texts.sizes.push_back(sizes[0]);
  texts.name = std::as_const(texts.name) + "b";
  return texts;
}
struct Perhaps {
  std::optional<std::string> name{"text"};
  std::optional<int> size{};
  std::string text{};
  bool operator==(const Perhaps&) const = default;
};
[[run::autoconvert]] Perhaps r48() {
  Perhaps perhaps;
  perhaps.size = 4;
  const std::string name = *perhaps.name;
  *perhaps.size += static_cast<int>(perhaps.name->size());
  perhaps.text = *perhaps.name + name + std::to_string(*perhaps.size * 2);
  return perhaps;
}
}  // namespace app

#include "spellings.run.h"
using namespace app;
#define LAW(f, T, ...) CHECK(T(run::build(run::autoconvert<f>(__VA_ARGS__))) == f(__VA_ARGS__))
template <class T>
T built(const auto& cfg) {
  return run::build<T>(cfg);
}
int main() {
  LAW(r1, Paint);
  LAW(r2, Paint);
  LAW(r3, Paint);
  LAW(r3, Paint, lib::green);
  LAW(r4, Box<int>);
  CHECK((built<Box<double, 3>>(run::autoconvert<r5>()) == r5()));
  LAW(r6, Pair<double>);
  LAW(r7, Box<Box<int>>);
  LAW(r8, Box<int>);
  LAW(r9, Num);
  LAW(r10, Num);
  LAW(r11, Init);
  LAW(r12, Init);
  LAW(r13, Init);
  LAW(r14, IDerived);
  LAW(r17, Defaults);
  LAW(r18, Defaults);
  LAW(r19, Hole);
  LAW(r20, Num);
  LAW(r21, TakesNum);
  LAW(r22, TakesNum);
  LAW(r23, TakesNum);
  CHECK(built<std::optional<Num>>(run::autoconvert<r24>()) == r24());
  CHECK(built<std::optional<Num>>(run::autoconvert<r25>()) == r25());
  CHECK((built<std::variant<int, Num>>(run::autoconvert<r26>()) == r26()));
  CHECK((built<std::tuple<Num, int>>(run::autoconvert<r27>()) == r27()));
  CHECK((built<std::array<Num, 2>>(run::autoconvert<r28>()) == r28()));
  CHECK((built<std::array<Num, 2>>(run::autoconvert<r28b>()) == r28b()));
  const auto owned = built<Vec<Ptr<Owned>>>(run::autoconvert<r29b>());
  CHECK(owned[0]->size == 2 && owned[0]->name.empty() && owned[1]->name == "b" && owned[1]->rest == nullptr);
  CHECK(built<Vec<Ptr<Num>>>(run::autoconvert<r29>()).at(1)->v == 2);
  CHECK((built<std::map<std::string, Vec<Num>>>(run::autoconvert<r30>()) == r30()));
  LAW(r33, Paint);
  LAW(r34, Num);
  LAW(r35, Num);
  LAW(r36, Num);
  LAW(r37, Num);
  LAW(r39, Pair<Num>);
  CHECK(Num(run::build(run::autoconvert<r32<int>>(5))) == r32(5));
  CHECK(Num(run::build(run::autoconvert<r32<double>>(5.5))) == r32(5.5));
  CHECK(built<std::unique_ptr<Num>>(run::autoconvert<r40>())->v == 3);
  CHECK(built<std::unique_ptr<Num>>(run::autoconvert<r41>())->v == 3);
  CHECK(built<std::shared_ptr<Num>>(run::autoconvert<r42>())->v == 3);
  CHECK((built<std::array<Num, 2>>(run::autoconvert<r43>()) == r43()));
  CHECK(Vec<Vec<Num>>(run::build(run::autoconvert<r44>())) == r44());
  CHECK(Vec<Vec<Vec<Num>>>(run::build(run::autoconvert<r45>())) == r45());
  LAW(r46, Num);
  LAW(r47, Texts);
  LAW(r48, Perhaps);
  return check_result();
}
