// What random programs have found to be made otherwise, or not at all.
#include <run/run.h>

#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Layer {
  virtual ~Layer() = default;
};
class Dense : public Layer {
 public:
  Dense() = default;
  explicit Dense(int size) : size_(size) {}
  int size() const { return size_; }

 private:
  int size_ = 1;
};

// Both have constructors that take nothing; the class's own is called.
class Wide : public Dense {
 public:
  using Dense::Dense;
  int width = 2;
};
class Deep {
 public:
  explicit Deep(int d = 3, double r = 0.5) : depth(d), rate(r) {}
  int depth;
  double rate;
};
class Deeper : public Deep {
 public:
  using Deep::Deep;
  Wide wide{};
};
[[run::autoconvert]] Deeper deeper() {
  Deeper deeper;
  deeper.wide = Wide();
  deeper.wide.width = 5;
  return deeper;
}
[[run::autoconvert]] Deeper set_deeper(int depth) { return Deeper(depth); }

// What becomes another class inside of the library, and an array whose elements nobody writes.
struct Size {
  int n = 1;
  operator Deep() const { return Deep(n); }
};
struct Shelf {
  std::map<std::string, Deep> deep{};
  std::array<Dense, 2> dense{};
};
[[run::autoconvert]] Shelf shelf(int n) {
  std::array<Dense, 2> dense;
  dense[1] = Dense(n);
  return Shelf{.deep = {{"a", Size{.n = n}}, {"b", Deep(2)}}, .dense = dense};
}

// What an element of an assigned container begins with is known, also in a class with a constructor.
struct Step {
  int size = 2;
};
class Stairs {
 public:
  explicit Stairs(int n) { steps.resize(static_cast<std::size_t>(n)); }
  std::vector<Step> steps{};
};
[[run::autoconvert]] Stairs stairs(int n) {
  Stairs stairs(n);
  stairs.steps = std::vector<Step>{Step{}, Step{.size = n}};
  stairs.steps[0].size *= 5;
  ++stairs.steps[1].size;
  return stairs;
}

// The object in an optional or variant, as a whole configuration.
[[run::autoconvert]] std::optional<Dense> maybe(int n) { return Dense(n); }
[[run::autoconvert]] std::variant<Dense, int> either(int n) { return Dense(n); }

// A container in one is what it holds.
[[run::autoconvert]] std::optional<std::map<std::string, std::shared_ptr<Dense>>> some(int n) {
  return std::map<std::string, std::shared_ptr<Dense>>{{"a", std::make_shared<Dense>(n)}};
}

// Braces that follow the designator.
struct Table {
  std::map<std::string, int> sizes{};
  std::optional<Dense> dense{};
  std::vector<std::string> names{};
};
[[run::autoconvert]] Table table(int n) {
  return Table{.sizes{{"a", n}, {"b", 2}}, .dense{Dense(n)}, .names{"x", "y"}};
}

// A pointer to what is derived, and one to what is constant, share what they are given.
struct Pair {
  std::shared_ptr<Layer> base{};
  std::shared_ptr<const Dense> constant{};
  std::shared_ptr<Dense> same{};
};
[[run::autoconvert]] Pair pair(std::shared_ptr<Dense> dense) {
  return Pair{.base = dense, .constant = dense, .same = dense};
}

// An instance that only another one names, the vector in the map, can be copied like any other.
class Rates {
 public:
  explicit Rates(int n) : n_(n) {}
  int n() const { return n_; }
  std::map<std::string, std::vector<std::shared_ptr<const Dense>>> all{};

 private:
  int n_;
};
inline int sum(std::vector<Rates> rates) {
  int all = 0;
  for (const Rates& one : rates) all += one.n();
  return all;
}
[[run::autoconvert(partial)]] int summed(int n) { return sum({Rates(n), Rates(2)}); }

// A pointer to a finished object is no default that can be said: each object has its own.
struct Owner {
  int n = 1;
  std::shared_ptr<Dense> dense = std::make_shared<Dense>(7);
};
[[run::autoconvert]] std::vector<Owner> owners() { return {Owner{}, Owner{.n = 2}}; }

// Containers in a tuple, in braces that say no type.
struct Mixed {
  std::tuple<std::vector<std::shared_ptr<Layer>>, std::vector<int>, std::map<std::string, Dense>> parts{};
  std::tuple<std::pair<Dense, int>, int> two{};
};
[[run::autoconvert]] Mixed mixed(int n) {
  return Mixed{.parts = {{std::make_shared<Dense>(n)}, {1, n}, {{"a", Dense(2)}, {"b", Dense(n)}}},
               .two = {{Dense(n), 2}, n}};
}

// Members of one name in a class and its bases: each target has the one that the name alone says.
struct Rows {
  int size = 1;
  int rows = 2;
  int both = 3;
  bool operator==(const Rows&) const = default;
};
struct Columns {
  int both = 4;
  bool operator==(const Columns&) const = default;
};
struct Grid : Rows, Columns {
  int size = 5;
  int rows() const { return size; }
  bool operator==(const Grid&) const = default;
};
[[run::autoconvert]] Grid grid(int n) {
  Grid grid;
  grid.size = n, grid.size += 1;
  return grid;
}

// One statement that assigns objects.
struct Grids {
  Rows first{};
  Rows last{};
  bool operator==(const Grids&) const = default;
};
[[run::autoconvert]] Grids grids(int n) {
  Grids grids;
  grids.first = Rows{n}, grids.first.rows = n, grids.last = grids.first;
  return grids;
}

// The containers of what was assigned to a member are known, also where a constructor made another object of it.
struct Part {
  std::vector<std::unique_ptr<Dense>> dense{};
  int outer = 1;
};
class Wall {
 public:
  explicit Wall(int n) : n_(n) {}
  int n() const { return n_; }
  std::shared_ptr<Part> part = std::make_shared<Part>(Part{.dense = {}, .outer = 9});

 private:
  int n_;
};
[[run::autoconvert]] Wall wall(int n) {
  Wall wall(n);
  wall.part = std::make_shared<Part>(Part{.outer = 3});
  wall.part->dense.push_back(std::make_unique<Dense>(n));
  wall.part->outer += 1;
  return wall;
}

// A branch that an instance does not take, in the other spelling of braces.
template <class T, int N>
[[run::autoconvert]] std::vector<T> doubled(const T& first) {
  std::vector<T> made{first};
  // clang-format off
  if constexpr (N > 1) <% made.push_back(T(first)); %>
      // clang-format on
      return made;
}
template std::vector<Rates> doubled<Rates, 1>(const Rates&);
template std::vector<Rates> doubled<Rates, 2>(const Rates&);

// What was assigned to a member of an element hides what the class begins that member with.
class Crate {
 public:
  explicit Crate(int n = 1) : n_(n) {}
  std::map<std::string, Dense> parts = std::map<std::string, Dense>{{"made", Dense(9)}};
  Deep deep{};
  int n() const { return n_; }

 private:
  int n_;
};
[[run::autoconvert]] std::pair<Crate, std::vector<Crate>> crates(int n) {
  std::pair<Crate, std::vector<Crate>> crates{Crate(n), {Crate(1), Crate(2)}};
  [[maybe_unused]] const auto& nobody = crates.second[0];
  [[maybe_unused]] auto& first = std::get<Crate>(crates);
  first.parts = std::map<std::string, Dense>{{"a", Dense(n)}};
  first.parts.at("a") = Dense(n + 1);
  first.deep = Deep(n);
  first.deep.rate = 2.0 + n;
  auto& last = crates.second.back();
  last.parts = std::map<std::string, Dense>{{"b", Dense(n)}};
  last.parts["c"] = Dense(static_cast<int>(last.parts.size()) * n);
  return crates;
}

// The alternative that holds the very class, the first of those, and one that a function makes.
using Either = std::variant<std::shared_ptr<Layer>, std::shared_ptr<Dense>, Deep, std::shared_ptr<Deep>>;
inline Either pointer_to_deep(int n) { return std::make_shared<Deep>(n); }
struct Eithers {
  Either first{};
  Either second{};
  std::vector<Either> others{};
};
[[run::autoconvert]] Eithers eithers(int n) {
  Eithers made{.first = std::make_shared<Dense>(n), .second = Deep(n)};
  made.others.push_back(pointer_to_deep(n));
  made.others.push_back(Deep(2));
  made.others.back() = std::make_shared<Dense>(2);
  return made;
}

// Members that are read for what keeps copies of them.
struct Numbers {
  int n = 1;
  std::string name = "n";
};
struct Kept {
  std::map<std::string, int> table{};
  std::pair<int, std::string> pair{};
  std::optional<int> maybe{};
  std::tuple<int, int> two{};
  bool operator==(const Kept&) const = default;
};
[[run::autoconvert]] std::pair<Numbers, Kept> kept(int n) {
  Numbers numbers;
  numbers.n = n;
  Kept kept{.table = std::map<std::string, int>{{"n", numbers.n}, {numbers.name, 3}},
            .pair = {numbers.n, numbers.name}};
  kept.maybe = std::make_optional(numbers.n);
  kept.two = std::make_tuple(numbers.n, 2);
  return {numbers, kept};
}

// Braces that a macro is given, and braces in their other spelling.
#define AS_IT_IS(...) __VA_ARGS__
struct Mesh {
  std::array<double, 2> steps{};
  std::map<std::string, std::array<int, 2>> cells{};
  bool operator==(const Mesh&) const = default;
};
// clang-format off
[[run::autoconvert]] std::vector<Mesh> meshes(int n) {
  return AS_IT_IS({Mesh{.steps = {0.5, 2.0 * n}, .cells = {{"a", {n, 2}}}},
                   Mesh{.steps = AS_IT_IS({1.5}), .cells = {{"b", AS_IT_IS({n})}}},
                   Mesh{<%<%0.5, 3%>%>, <%%>}});
}
// clang-format on

// What is added becomes a duration of the member's kind first, and may round.
struct Pause {
  std::chrono::duration<double> length{};
};
[[run::autoconvert]] Pause pause(int n) {
  Pause pause;
  pause.length = std::chrono::milliseconds(n);
  pause.length += std::chrono::milliseconds(1);
  pause.length /= 2;
  return pause;
}
// A member that owns something is made by its default: what is put behind its elements is added to those.
struct Yard {
  std::unique_ptr<Dense> own{};
  std::vector<Dense> many{};
  std::map<std::string, Dense> named{};
};
struct Town {
  Yard yard{};
  Yard other{};
};
[[run::autoconvert]] Town town(int n) {
  Town town;
  town.yard.many.push_back(Dense(n));
  town.yard.many.push_back(Dense(2));
  town.other = Yard{};
  town.other.many.insert(town.other.many.begin(), Dense(n));
  town.other.named["a"] = Dense(4);
  return town;
}

// Enumerations that are the keys of maps and the elements of sets alone.
enum class Corner { near, far, left = 7 };
enum class Edge { top, bottom };
enum Nameless : int {};
struct Frame {
  std::map<Corner, Dense> at{};
  std::set<Edge> edges{};
  std::map<Nameless, Dense> numbered{};
};
[[run::autoconvert]] Frame frame(int n) {
  return Frame{.at = {{Corner::far, Dense(n)}, {Corner(9), Dense(2)}},
               .edges = {Edge::bottom},
               .numbered = {{Nameless(3), Dense(3)}, {Nameless(-1), Dense(1)}}};
}

}  // namespace app

#include "random-finds.run.h"

int main() {
  const app::Eithers eithers = run::build(run::autoconvert<app::eithers>(4));
  CHECK(eithers.first.index() == 1 && eithers.second.index() == 2 && eithers.others.size() == 2);
  CHECK(eithers.others[0].index() == 3 && eithers.others[1].index() == 1);
  CHECK(run::build(run::autoconvert<app::kept>(7)).second == app::kept(7).second);

  const auto crates = run::build(run::autoconvert<app::crates>(5));
  const auto expected = app::crates(5);
  CHECK(crates.first.parts.size() == 1 && crates.first.parts.at("a").size() == 6);
  CHECK(crates.first.deep.rate == expected.first.deep.rate && crates.first.deep.depth == 5);
  CHECK(crates.second[0].parts.at("made").size() == 9 && crates.second[1].parts.at("c").size() == 5);
  CHECK(crates.second[1].parts.size() == 2 && crates.second[1].n() == 2);

  CHECK(run::build(run::autoconvert<app::meshes>(4)) == app::meshes(4));
  for (int n = 0; n < 100; ++n) CHECK(run::build(run::autoconvert<app::pause>(n)).length == app::pause(n).length);

  const app::Deeper deeper = run::build(run::autoconvert<app::deeper>());
  CHECK(deeper.depth == 3 && deeper.wide.width == 5 && deeper.wide.size() == 1);
  const app::Deeper set = run::build(run::autoconvert<app::set_deeper>(7));
  CHECK(set.depth == 7 && set.rate == 0.5);

  const app::Shelf shelf = run::build(run::autoconvert<app::shelf>(9));
  CHECK(shelf.deep.at("a").depth == 9 && shelf.deep.at("b").depth == 2);
  CHECK(shelf.dense[0].size() == 1 && shelf.dense[1].size() == 9);

  const app::Stairs stairs = run::build(run::autoconvert<app::stairs>(4));
  CHECK(stairs.steps.size() == 2 && stairs.steps[0].size == 10 && stairs.steps[1].size == 5);

  const auto maybe = run::autoconvert<app::maybe>(2);
  CHECK(run::from_yaml<std::optional<app::Dense>>(run::to_yaml(maybe)) == maybe);
  CHECK(run::from_json<std::optional<app::Dense>>(run::to_json(maybe)) == maybe);
  CHECK(!std::optional<app::Dense>(run::build(run::from_yaml<std::optional<app::Dense>>("null"))));
  const auto some = run::autoconvert<app::some>(4);
  CHECK(run::build(some)->at("a")->size() == app::some(4)->at("a")->size());
  CHECK(run::from_yaml<std::optional<std::map<std::string, std::shared_ptr<app::Dense>>>>(run::to_yaml(some)) == some);
  const auto either = run::autoconvert<app::either>(2);
  CHECK(run::from_yaml<std::variant<app::Dense, int>>(run::to_yaml(either)) == either);
  CHECK(std::get<int>(run::build(run::from_yaml<std::variant<app::Dense, int>>("5"))) == 5);

  const app::Table table = run::build(run::autoconvert<app::table>(3));
  CHECK(table.sizes == app::table(3).sizes && table.names == app::table(3).names && table.dense->size() == 3);

  const auto dense = std::make_shared<app::Dense>(4);
  const app::Pair finished = run::build(run::autoconvert<app::pair>(dense));
  CHECK(finished.base == dense && finished.constant == dense && finished.same == dense);
  const app::Pair built = run::build(run::autoconvert<app::pair>(run::Config<app::Dense>({.size = 6})));
  CHECK(built.same->size() == 6 && built.base == built.same && built.constant == built.same);

  CHECK((run::build(run::autoconvert<&app::doubled<app::Rates, 1>>(app::Rates(3))).size() == 1));
  CHECK((run::build(run::autoconvert<&app::doubled<app::Rates, 2>>(app::Rates(3))).size() == 2));

  const app::Wall wall = run::build(run::autoconvert<app::wall>(5));
  CHECK(wall.n() == 5 && wall.part->outer == 4 && wall.part->dense.size() == 1 && wall.part->dense[0]->size() == 5);

  const app::Mixed mixed = run::build(run::autoconvert<app::mixed>(5));
  CHECK(std::get<0>(mixed.parts).size() == 1 && std::get<1>(mixed.parts) == (std::vector<int>{1, 5}));
  CHECK(std::get<2>(mixed.parts).at("b").size() == 5 && std::get<0>(mixed.two).first.size() == 5);

  const auto summed = run::build(run::autoconvert<app::summed>(3));
  CHECK(summed() == 5 && summed() == 5);

  auto owners = run::autoconvert<app::owners>();
  const auto before = owners;
  CHECK(owners.materialize_defaults() == 1);  // of the first, n
  CHECK(owners == before);
  const std::vector<app::Owner> own = run::build(owners);
  CHECK(own[0].dense != own[1].dense && own[0].dense != std::vector<app::Owner>(run::build(owners))[0].dense);

  CHECK(run::build(run::autoconvert<app::grid>(7)) == app::grid(7));
  CHECK(run::autoconvert<app::grid>(7)["size"].as<int>() == 8);
  CHECK(run::build(run::autoconvert<app::grids>(7)) == app::grids(7));

  const app::Town town = run::build(run::autoconvert<app::town>(5));
  CHECK(town.yard.many.size() == 2 && town.yard.many[0].size() == 5 && town.yard.many[1].size() == 2);
  CHECK(town.other.many.size() == 1 && town.other.named.at("a").size() == 4 && town.yard.own == nullptr);

  const auto frame = run::autoconvert<app::frame>(5);
  CHECK(run::to_yaml(frame).find("far:") != std::string::npos);
  CHECK(run::to_yaml(frame).find("- bottom") != std::string::npos);
  CHECK(run::from_yaml<app::Frame>(run::to_yaml(frame)) == frame);
  CHECK(run::from_json<app::Frame>(run::to_json(frame)) == frame);
  CHECK(run::from_toml<app::Frame>(run::to_toml(frame)) == frame);
  CHECK(run::build(frame).at.at(app::Corner::far).size() == 5);
  return check_result();
}
