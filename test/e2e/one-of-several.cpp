// Objects in what holds one of several, or none: variants, optionals, pairs, tuples; and elements by front, back, at.
#include <run/run.h>

#include <array>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Cat {
  int lives = 9;
  std::string name = {};
  bool operator==(const Cat&) const = default;
};

class Dog {
 public:
  explicit Dog(int legs, double weight = 10) : legs_(legs), weight_(weight) {}
  void set_weight(double w) { weight_ = w; }
  int age = 3;
  bool operator==(const Dog&) const = default;

 private:
  int legs_;
  double weight_;
};

struct House {
  std::variant<Cat, Dog> pet = {};
  std::optional<Cat> guest = {};
  std::optional<std::vector<Cat>> kittens = {};
  std::tuple<Cat, Dog, int> three{Cat{}, Dog(4), 1};
  std::pair<Cat, std::optional<Dog>> two = {};
  std::vector<Cat> cats = {};
  std::deque<Dog> dogs = {};
  std::list<Cat> listed = {};
  std::map<std::string, Cat> named = {};
  std::unordered_map<int, Dog> numbered = {};
  std::array<Cat, 2> fixed = {};
  std::vector<std::vector<Cat>> grid = {};
  std::vector<std::unique_ptr<Cat>> owned = {};
  std::map<std::string, std::vector<std::shared_ptr<Dog>>> groups = {};
  std::map<std::pair<int, int>, Cat> placed = {};
  std::vector<std::optional<Cat>> maybe = {};
  std::vector<std::pair<std::string, Cat>> pairs = {};
  bool operator==(const House& o) const {
    if (owned.size() != o.owned.size()) return false;
    for (size_t i = 0; i < owned.size(); ++i)
      if (!(*owned[i] == *o.owned[i])) return false;
    if (groups.size() != o.groups.size()) return false;
    for (auto a = groups.begin(), b = o.groups.begin(); a != groups.end(); ++a, ++b) {
      if (a->first != b->first || a->second.size() != b->second.size()) return false;
      for (size_t i = 0; i < a->second.size(); ++i)
        if (!(*a->second[i] == *b->second[i])) return false;
    }
    return pet == o.pet && guest == o.guest && kittens == o.kittens && three == o.three && two == o.two &&
           cats == o.cats && dogs == o.dogs && listed == o.listed && named == o.named && numbered == o.numbered &&
           fixed == o.fixed && grid == o.grid && placed == o.placed && maybe == o.maybe && pairs == o.pairs;
  }
};

[[run::autoconvert]] House variants(int n) {
  House h;
  h.pet = Dog(n);
  return h;
}

[[run::autoconvert]] House variant_emplace(int n) {
  House h;
  h.pet.emplace<Dog>(n, 2.5);
  return h;
}

[[run::autoconvert]] House variant_emplace_index(int n) {
  House h;
  h.pet.emplace<1>(n, 2.5);
  return h;
}

[[run::autoconvert]] House variant_cat(int n) {
  House h{.pet = Cat{.lives = n}};
  return h;
}

[[run::autoconvert]] House variant_local(int n) {
  std::variant<Cat, Dog> p = Dog(n);
  House h;
  h.pet = p;
  h.pet = std::move(p);
  return h;
}

[[run::autoconvert]] House optional_emplace(int n) {
  House h;
  h.guest.emplace();
  h.guest->lives = n;
  return h;
}

[[run::autoconvert]] House optional_assign(int n) {
  House h;
  h.guest = Cat{.lives = n};
  h.guest->name = "g";
  (*h.guest).lives += 1;
  h.guest.value().name += "x";
  return h;
}

[[run::autoconvert]] House optional_reset(int n) {
  House h;
  h.guest = Cat{.lives = n};
  h.guest.reset();
  return h;
}

[[run::autoconvert]] House optional_nullopt(int n) {
  House h;
  h.guest = Cat{.lives = n};
  h.guest = std::nullopt;
  return h;
}

[[run::autoconvert]] House optional_list(int n) {
  House h;
  h.kittens.emplace();
  h.kittens->push_back(Cat{.lives = n});
  h.kittens->emplace_back();
  return h;
}

[[run::autoconvert]] House optional_list2(int n) {
  House h;
  h.kittens = std::vector<Cat>{Cat{.lives = n}};
  h.kittens->back().name = "k";
  return h;
}

[[run::autoconvert]] House tuple_whole(int n) {
  House h;
  h.three = std::make_tuple(Cat{.lives = n}, Dog(n), n);
  return h;
}

[[run::autoconvert]] House tuple_braces(int n) {
  House h;
  h.three = {Cat{.lives = n}, Dog(n), n};
  return h;
}

[[run::autoconvert]] House pair_parts(int n) {
  House h;
  h.two.first.lives = n;
  h.two.second = Dog(n);
  h.two.second->set_weight(1);
  return h;
}

[[run::autoconvert]] House pair_make(int n) {
  House h;
  h.two = std::make_pair(Cat{.lives = n}, Dog(n));
  return h;
}

[[run::autoconvert]] House backs(int n) {
  House h;
  h.cats.push_back(Cat{});
  h.cats.back().lives = n;
  h.cats.front().name = "f";
  h.cats.emplace_back();
  h.cats[1].lives = 2;
  h.cats.at(1).name = "at";
  return h;
}

[[run::autoconvert]] House deques(int n) {
  House h;
  h.dogs.push_back(Dog(n));
  h.dogs.push_front(Dog(1));
  h.dogs.emplace_front(2);
  h.dogs.back().age = 5;
  h.dogs.front().set_weight(7);
  return h;
}

[[run::autoconvert]] House maps(int n) {
  House h;
  h.named["a"] = Cat{.lives = n};
  h.named["a"].name = "z";
  h.named["b"].lives = 3;
  h.named.emplace("c", Cat{.lives = 4});
  h.named.insert({"d", Cat{.lives = 5}});
  h.named.try_emplace("e");
  h.named.insert_or_assign("a", Cat{.lives = 6});
  h.named.at("b").name = "bb";
  return h;
}

[[run::autoconvert]] House maps2(int n) {
  House h;
  h.numbered.emplace(n, Dog(n));
  h.numbered.try_emplace(2, 4, 1.5);
  h.numbered.insert(std::make_pair(3, Dog(3)));
  return h;
}

[[run::autoconvert]] House arrays(int n) {
  House h;
  h.fixed[0].lives = n;
  h.fixed[1] = Cat{.lives = 2};
  h.fixed.at(1).name = "q";
  std::get<0>(h.fixed).name = "w";
  return h;
}

[[run::autoconvert]] House array_whole(int n) {
  House h;
  h.fixed = {Cat{.lives = n}, Cat{}};
  return h;
}

[[run::autoconvert]] House grids(int n) {
  House h;
  h.grid.emplace_back();
  h.grid.back().push_back(Cat{.lives = n});
  h.grid.push_back({Cat{}, Cat{.lives = 1}});
  h.grid[1][0].name = "g";
  return h;
}

[[run::autoconvert]] House owneds(int n) {
  House h;
  h.owned.push_back(std::make_unique<Cat>());
  h.owned.back()->lives = n;
  h.owned.emplace_back(std::make_unique<Cat>(Cat{.lives = 3}));
  auto c = std::make_unique<Cat>();
  c->name = "m";
  h.owned.push_back(std::move(c));
  return h;
}

[[run::autoconvert]] House groupss(int n) {
  House h;
  auto d = std::make_shared<Dog>(n);
  d->set_weight(2);
  h.groups["x"].push_back(d);
  h.groups["y"] = {d, std::make_shared<Dog>(1)};
  h.groups["x"].back()->age = 8;
  return h;
}

[[run::autoconvert]] House braced_keys(int n) {
  House h;
  h.placed[{1, n}] = Cat{.lives = n};
  h.placed.emplace(std::pair{2, 3}, Cat{.lives = 1});
  h.placed[std::make_pair(1, n)].name = "p";
  h.placed.at({2, 3}).name = "q";
  return h;
}

[[run::autoconvert]] House blanks(int n) {
  House h;
  h.maybe.emplace_back();
  h.maybe.push_back(Cat{.lives = n});
  h.maybe[1]->name = "x";
  h.pairs.emplace_back();
  h.pairs.back().second.lives = n;
  return h;
}

[[run::autoconvert(allow_control_flow)]] std::optional<Cat> nobody(int n) {
  if (n > 3) return std::nullopt;
  Cat cat;
  cat.lives = n;
  return cat;
}

[[run::autoconvert]] House no_guest(int n) {
  House h;
  h.guest = nobody(n);
  return h;
}

[[run::autoconvert]] House reserved(int n) {
  House h;
  h.cats.reserve(10);
  h.cats.push_back({.lives = n, .name = "r"});
  h.cats.push_back({});
  return h;
}

}  // namespace app

#include "one-of-several.run.h"

#define LAW(recipe) CHECK(run::build(run::autoconvert<app::recipe>(5)) == app::recipe(5))

int main() {
  LAW(variants);
  LAW(variant_emplace);
  LAW(variant_emplace_index);
  LAW(variant_cat);
  LAW(variant_local);
  LAW(optional_emplace);
  LAW(optional_assign);
  LAW(optional_reset);
  LAW(optional_nullopt);
  LAW(optional_list);
  LAW(optional_list2);
  LAW(tuple_whole);
  LAW(tuple_braces);
  LAW(pair_parts);
  LAW(pair_make);
  LAW(backs);
  LAW(deques);
  LAW(maps);
  LAW(maps2);
  LAW(arrays);
  LAW(array_whole);
  LAW(grids);
  LAW(owneds);
  LAW(groupss);
  LAW(braced_keys);
  LAW(blanks);
  LAW(nobody);
  CHECK(run::build(run::autoconvert<app::nobody>(2)) == app::nobody(2));
  LAW(no_guest);
  LAW(reserved);
  return check_result();
}
