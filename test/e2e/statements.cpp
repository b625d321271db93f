// Statements and values that look like more than they are: each stays as it stands, or sets what it sets.
#include <run/run.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"

struct Cache {
  int size = 4;
  bool operator==(const Cache&) const = default;
};
class Model {
 public:
  explicit Model(int w = 1, Cache c = {}) : w_(w), c_(c) {}
  int width() const { return w_; }
  void set_w(int w) { w_ = w; }
  bool operator==(const Model&) const = default;

 private:
  int w_;
  Cache c_;
};
struct Stack {
  std::vector<Model> models{};
  Cache cache{};
  int n = 0;
  std::map<std::string, Model> by{};
  std::string s{};
  bool operator==(const Stack&) const = default;
};
[[run::autoconvert]] Stack ok1() {
  Stack s;
  (void)s;
  return s;
}
[[run::autoconvert]] Stack ok2(int n) {
  int k = 0;
  k += n;
  ++k;
  (void)k;
  std::string t;
  t += "x";
  t.append("y").append(t);
  return Stack{.n = k, .s = t};
}
[[run::autoconvert]] Stack ok3(int n) {
  const bool b = (n > 1 && n < 3) || !n;
  return Stack{.n = b};
}
[[run::autoconvert]] Stack ok4() {
  std::vector<int> v = {3, 1, 2};
  std::sort(v.begin(), v.end());
  return Stack{.n = v.front()};
}
[[run::autoconvert]] Stack ok5() { return Stack{.s = "if (x) for (;;) throw new T; /* [] {} */ // ?\?/"}; }
[[run::autoconvert]] Stack ok6() { return Stack{.s = R"x(if (a) { goto b; } Model(1))x"}; }
[[run::autoconvert]] Stack ok7() {
  ;
  ;
  {}
  Stack s;
  {
    s.n = 3;
    { s.cache.size = 4; }
  }
  return s;
}
[[run::autoconvert]] Stack ok8() {
  using M = Model;
  typedef Cache C;
  return Stack{.models = {M(1), M(2, C{3})}};
}
[[run::autoconvert]] Stack ok9() {
  Stack s;
  s.by["a"] = Model(1);
  s.by.emplace("b", Model(2));
  s.by.insert({"c", Model(3)});
  return s;
}
[[run::autoconvert]] Stack ok10() {
  const std::array<int, 3> a{1, 2, 3};
  auto [x, y, z] = a;
  return Stack{.n = x + y + z};
}
[[run::autoconvert]] Stack ok11() {
  Stack s;
  s.models = {};
  s.models.push_back(Model());
  s.models.emplace_back();
  s.models.emplace_back(3, Cache{1});
  return s;
}
[[run::autoconvert]] Stack ok12() {
  Stack a;
  Stack b = a;
  b.n = 3;
  Stack c(b), d{c};
  d.n += 1;
  return d;
}
[[run::autoconvert]] Stack ok13(const Stack& s, int n) {
  Stack t;
  t.models.push_back(Model(n));
  (void)s;
  return t;
}
[[run::autoconvert]] Stack ok14(const std::string& s, std::string&& t, std::vector<int> v) {
  return Stack{.n = static_cast<int>(v.size()), .s = s + t};
}
[[run::autoconvert]] Stack ok15() {
  int i = 0;
  int& r = i;
  r = 4;
  int* p = &i;
  *p += 1;
  return Stack{.n = i};
}
[[run::autoconvert]] Stack ok16() {
  Stack s{};
  s = Stack{.n = 2};
  s = {};
  s = {.models = {}, .n = 3};
  return s;
}
[[run::autoconvert]] Stack ok17() {
  [[maybe_unused]] Stack unused;
  [[maybe_unused]] int q = 3;
  return {};
}
[[run::autoconvert]] Stack ok18() {
  if constexpr (sizeof(int) == 4) {
    return Stack{.n = 1};
  } else {
    return Stack{.n = 2};
  }
}
[[run::autoconvert]] Stack ok19() {
  if constexpr (sizeof(int) == 8) {
    return Stack{.n = 1};
  }
  return Stack{.n = 2};
}
[[run::autoconvert]] Stack ok20(int a[3], const int* p, int (*f)(int), const char* s) {
  return Stack{.n = a[0] + *p + f(1), .s = s};
}
[[run::autoconvert]] Stack ok22() {
  Stack s;
  auto n = s.n;
  auto z = s.cache.size;
  s.n = n + z + static_cast<int>(s.models.size());
  return s;
}
[[run::autoconvert]] std::tuple<Model, Stack> ok23() { return std::make_tuple(Model(1), Stack{}); }
[[run::autoconvert]] std::vector<std::vector<Model>> ok24() { return {{Model(1)}, {}, {Model(2), Model(3)}}; }
[[run::autoconvert]] Stack ok25() {
  const Stack s = {.n = 1};
  return s;
}
[[run::autoconvert]] Stack ok26() {
  volatile int v = 3;
  return Stack{.n = v};
}
[[run::autoconvert]] Stack ok27() {
  unsigned char c = 'a';
  long long l = 3;
  return Stack{.n = static_cast<int>(c + l)};
}
[[run::autoconvert]] Stack ok29() {
  Stack s;
  s.n = 1, s.cache.size = 5;
  return s;
}
[[run::autoconvert]] Stack ok30() {
  Stack s;
  (s).n = 1;
  ((s).cache).size = 5;
  return (s);
}
[[run::autoconvert]] Stack ok31() {
  int x{};
  int y{3};
  auto z = int(4);
  return Stack{.n = x + y + z};
}
[[run::autoconvert]] Stack ok32() { return {{}, {}, 4}; }
[[run::autoconvert]] Stack ok33() { return Stack{{Model{1}, Model{2, {3}}}, {7}}; }
[[run::autoconvert]] Stack ok34() {
  Stack s;
  s.models.insert(s.models.end(), Model(3));
  s.models.reserve(10);
  return s;
}
// Each member is assigned what the one behind it holds.
class Window {
 public:
  Window() : cache{8} {}
  bool operator==(const Window&) const = default;
  int width = 1, height = 2;
  std::string name, title;
  Cache cache;
};
[[run::autoconvert]] Window square(int n) {
  Window w;
  w.width = w.height = w.cache.size = n;
  w.name = (w.title = "square");
  return w;
}
[[run::autoconvert]] std::vector<Stack> both(int n) {
  std::vector<Stack> v;
  v.emplace_back();
  v.push_back(Stack{.n = 1});
  v[0].n = v.back().n = v[1].cache.size = n;
  v.front().s = v[1].s = "x";
  return v;
}
// What is forwarded to a container of values is read.
struct Words {
  int n = 3;
  std::string s = "q";
  std::map<std::string, std::variant<int, std::string>> either{};
  std::vector<std::string> list{};
  std::map<std::string, int> sizes{};
  std::vector<std::pair<std::string, int>> pairs{};
  bool operator==(const Words&) const = default;
};
[[run::autoconvert]] Words forwarded() {
  Words x;
  Words y{.n = 5};
  x.list.emplace_back(x.s);
  x.sizes.emplace(x.s, x.n);
  x.sizes.try_emplace(x.s + "t", x.n);
  x.sizes.insert_or_assign("k", y.n);
  x.pairs.emplace_back(x.s, x.n);
  x.pairs[0] = std::make_pair(x.s + "u", y.n);
  x.either["k"] = x.n;
  x.either["l"] = y.s;
  return x;
}

#include "statements.run.h"
int main() {
  CHECK(Words(run::build(run::autoconvert<forwarded>())) == forwarded());
  int a[3] = {1, 2, 3};
  CHECK(Stack(run::build(run::autoconvert<ok1>())) == ok1());
  CHECK(Stack(run::build(run::autoconvert<ok2>(3))) == ok2(3));
  CHECK(Stack(run::build(run::autoconvert<ok3>(2))) == ok3(2));
  CHECK(Stack(run::build(run::autoconvert<ok4>())) == ok4());
  CHECK(Stack(run::build(run::autoconvert<ok5>())) == ok5());
  CHECK(Stack(run::build(run::autoconvert<ok6>())) == ok6());
  CHECK(Stack(run::build(run::autoconvert<ok7>())) == ok7());
  CHECK(Stack(run::build(run::autoconvert<ok8>())) == ok8());
  CHECK(Stack(run::build(run::autoconvert<ok9>())) == ok9());
  CHECK(Stack(run::build(run::autoconvert<ok10>())) == ok10());
  CHECK(Stack(run::build(run::autoconvert<ok11>())) == ok11());
  CHECK(Stack(run::build(run::autoconvert<ok12>())) == ok12());
  CHECK(Stack(run::build(run::autoconvert<ok13>(Stack{}, 3))) == ok13(Stack{}, 3));
  CHECK(Stack(run::build(run::autoconvert<ok15>())) == ok15());
  CHECK(Stack(run::build(run::autoconvert<ok16>())) == ok16());
  CHECK(Stack(run::build(run::autoconvert<ok17>())) == ok17());
  CHECK(Stack(run::build(run::autoconvert<ok18>())) == ok18());
  CHECK(Stack(run::build(run::autoconvert<ok19>())) == ok19());
  CHECK(Stack(run::build(run::autoconvert<ok20>(
            a, a, [](int x) { return x; }, "s"))) ==
        ok20(
            a, a, [](int x) { return x; }, "s"));
  CHECK(Stack(run::build(run::autoconvert<ok22>())) == ok22());
  CHECK(Stack(run::build(run::autoconvert<ok25>())) == ok25());
  CHECK(Stack(run::build(run::autoconvert<ok26>())) == ok26());
  CHECK(Stack(run::build(run::autoconvert<ok27>())) == ok27());
  CHECK(Stack(run::build(run::autoconvert<ok29>())) == ok29());
  CHECK(Stack(run::build(run::autoconvert<ok30>())) == ok30());
  CHECK(Stack(run::build(run::autoconvert<ok31>())) == ok31());
  CHECK(Stack(run::build(run::autoconvert<ok32>())) == ok32());
  CHECK(Stack(run::build(run::autoconvert<ok33>())) == ok33());
  CHECK(Stack(run::build(run::autoconvert<ok34>())) == ok34());
  const std::vector<int> two = {1, 2};
  CHECK(Stack(run::build(run::autoconvert<ok14>("a", "b", two))) == ok14("a", "b", two));
  CHECK((run::build<std::tuple<Model, Stack>>(run::autoconvert<ok23>()) == ok23()));
  CHECK(run::build<std::vector<std::vector<Model>>>(run::autoconvert<ok24>()) == ok24());
  CHECK(run::build(run::autoconvert<square>(5)) == square(5));
  CHECK(run::build(run::autoconvert<both>(5)) == both(5));
  return check_result();
}
