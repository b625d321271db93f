// Static member functions of class templates as recipes: of each instance that is asked for, of partial and explicit
// specialisations, defined in the class and outside of it.
#include <run/run.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

class Layer {
 public:
  explicit Layer(int width, std::string name = "layer") : width_(width), name_(std::move(name)) {}
  bool operator==(const Layer&) const = default;

 private:
  int width_;
  std::string name_;
};

template <class T>
struct Cell {
  T value;
  int count = 1;
  bool operator==(const Cell&) const = default;
};

struct Small {
  static constexpr int kWidth = 4;
  static constexpr const char* kName = "small";
  using Item = Layer;
};
struct Large {
  static constexpr int kWidth = 400;
  static constexpr const char* kName = "large";
  using Item = Layer;
};

template <class Policy, int N = 2>
struct Maker {
  static constexpr int kTwice = N * 2;
  using Own = typename Policy::Item;
  static Layer helper(int n) { return Layer(n); }

  [[run::autoconvert]] static Layer make(int n = 3) { return Layer(n * Policy::kWidth + kTwice, Policy::kName); }
  [[run::autoconvert]] static std::vector<Own> many(int n) { return {make(n), Own(N), helper(n)}; }
  [[run::autoconvert]] static Layer over(int n) { return make(n); }
  [[run::autoconvert]] static Layer over(const std::string& name) { return Layer(N, name); }
  [[run::autoconvert]] static std::unique_ptr<Cell<Layer>> cell(Layer layer);
};

template <class P, int M>
std::unique_ptr<Cell<Layer>> Maker<P, M>::cell(Layer layer) {
  return std::make_unique<Cell<Layer>>(Cell<Layer>{.value = layer, .count = M + P::kWidth});
}

struct Value {
  int n = 9;
};
template <class T>
struct Maker<T*, 7> {
  [[run::autoconvert]] static Layer make() {
    const T value{};
    return Layer(value.n, "partial");
  }
};
template <>
struct Maker<int, 1> {
  [[run::autoconvert]] static Layer make() { return Layer(1); }
};
template <>
struct Maker<char, 1> {
  [[run::autoconvert]] static Layer make() { return Layer(2); }
};

template <class... Ts>
struct Pack;
template <>
struct Pack<int, char> {
  [[run::autoconvert]] static Layer make() { return Layer(8); }
};

template struct Maker<Small>;
template struct Maker<Large, 5>;
template struct Maker<Value*, 7>;

struct Outer {
  template <class T, auto V = 3>
    requires(sizeof(T) > 1)
  struct In {
    [[run::autoconvert]] static Layer make(T n) { return Layer(static_cast<int>(n) + V); }
  };
};
template struct Outer::In<int, 5>;

// Through a class that is derived from the instance; and this asks for one itself.
template <class T>
struct Base {
  [[run::autoconvert]] static T of(int n) { return T(n); }
};
struct Derived : Base<Layer> {};

[[run::autoconvert]] Layer derived() { return Derived::of(4); }
[[run::autoconvert]] Layer implicit() { return Maker<Large>::make(2); }
[[run::autoconvert]] std::vector<Layer> several() { return {Maker<Small>::make(), Maker<int, 1>::make(), implicit()}; }

}  // namespace app

#include "static-members-of-templates.run.h"

using namespace app;

int main() {
  CHECK(run::build(run::autoconvert<&Maker<Small>::make>()) == Maker<Small>::make());
  CHECK(run::build(run::autoconvert<&Maker<Small>::make>(7)) == Maker<Small>::make(7));
  CHECK(run::build(run::autoconvert<&Maker<Large>::make>(7)) == Maker<Large>::make(7));
  CHECK((run::build(run::autoconvert<&Maker<Large, 5>::make>(7)) == Maker<Large, 5>::make(7)));
  CHECK(run::build(run::autoconvert<&Maker<Small>::many>(7)) == Maker<Small>::many(7));
  constexpr auto number = static_cast<Layer (*)(int)>(&Maker<Small>::over);
  constexpr auto text = static_cast<Layer (*)(const std::string&)>(&Maker<Small>::over);
  CHECK(run::build(run::autoconvert<number>(7)) == Maker<Small>::over(7));
  CHECK(run::build(run::autoconvert<text>("x")) == Maker<Small>::over("x"));
  const auto cell = run::autoconvert<&Maker<Large, 5>::cell>(Layer(3));
  CHECK((*run::build<std::unique_ptr<Cell<Layer>>>(cell) == *Maker<Large, 5>::cell(Layer(3))));
  CHECK((run::build(run::autoconvert<&Maker<Value*, 7>::make>()) == Maker<Value*, 7>::make()));
  CHECK((run::build(run::autoconvert<&Maker<int, 1>::make>()) == Maker<int, 1>::make()));
  CHECK((run::build(run::autoconvert<&Maker<char, 1>::make>()) == Maker<char, 1>::make()));
  CHECK((run::build(run::autoconvert<&Pack<int, char>::make>()) == Pack<int, char>::make()));
  CHECK((run::build(run::autoconvert<&Outer::In<int, 5>::make>(1)) == Outer::In<int, 5>::make(1)));
  CHECK(run::build(run::autoconvert<derived>()) == derived());
  CHECK(run::build(run::autoconvert<implicit>()) == implicit());
  CHECK(run::build(run::autoconvert<several>()) == several());
  // By its name, as a command line calls it.
  const auto named = run::from_yaml<Layer>("_factory_: \"app::Maker<app::Small>::make\"\nn: 7\n");
  CHECK(run::build<Layer>(named) == Maker<Small>::make(7));
  return check_result();
}
