// Containers of many equal elements, containers that are emptied, cut and filled anew, what is exchanged, and what is
// taken apart by structured bindings.
#include <run/run.h>

#include <stdexcept>

#include "../conformance/samples/check.h"
#include "layers.h"

namespace app {

struct Net {
  std::vector<Layer> layers{};
  std::deque<Cache> caches{};
  std::map<std::string, Cache> by_name{};
  Cache left{};
  Cache right{};
  std::variant<int, Cache> either{};
  bool operator==(const Net&) const = default;
};

class Fleet {
 public:
  Fleet() : caches{Cache{.size = 1}}, names{"a"} {}
  std::vector<Cache> caches;
  std::vector<std::string> names;
  bool operator==(const Fleet&) const = default;
};

struct Both {
  Cache first{};
  Cache second{};
  bool operator==(const Both&) const = default;
};

inline int made = 0;
inline Cache make_cache(int size) { return Cache{.size = size, .exclusive = ++made > 0}; }

[[run::autoconvert]] std::vector<Cache> counted(int n) {
  std::vector<Cache> caches(3);
  caches[1].size = n;
  return caches;
}

[[run::autoconvert]] std::vector<Layer> copies(int n) {
  std::vector<Layer> layers(static_cast<std::size_t>(n), Layer(n, 0.5));
  layers[0] = Layer(1);
  return layers;
}

[[run::autoconvert]] Net in_members(int n) {
  Net net{.layers = std::vector<Layer>(2, Layer(n)), .caches = std::deque<Cache>(1)};
  net.layers.resize(4);
  net.layers.resize(5, Layer(9));
  net.caches.resize(2, Cache{.size = n});
  net.caches[1].size += net.caches[0].size;
  net.layers.reserve(16);
  net.layers.shrink_to_fit();
  return net;
}

[[run::autoconvert]] std::vector<std::vector<Cache>> nested(int n) {
  std::vector<std::vector<Cache>> grid(2, std::vector<Cache>(2, Cache{.size = n}));
  grid[1][0].size = 7;
  grid.back().push_back(Cache{});
  const std::size_t last = grid.size() - 1;
  grid[0].insert(grid[0].begin() + 1, Cache{.size = 3});
  grid.at(last).insert(grid.at(last).end(), {Cache{.size = 4}, Cache{.size = n}});
  grid.back().erase(grid.back().begin());
  grid.push_back(grid[0]);
  grid[last + 1].insert(grid[last + 1].begin(), grid[1].begin(), grid[1].end());
  return grid;
}

[[run::autoconvert]] std::map<std::string, std::vector<Cache>> nested_by_name(int n) {
  std::map<std::string, std::vector<Cache>> all{{"a", {Cache{}}}};
  all["a"].insert(all["a"].begin(), Cache{.size = n});
  all.at("a").emplace(all.at("a").begin() + 1, Cache{.size = 2});
  all["b"].insert(all["b"].end(), 2, Cache{.size = 5});
  return all;
}

[[run::autoconvert]] std::vector<Cache> copies_of_call(int n) { return std::vector<Cache>(3, make_cache(n)); }

[[run::autoconvert]] std::vector<std::shared_ptr<Cache>> same_pointers(int n) {
  std::vector<std::shared_ptr<Cache>> caches(2, std::make_shared<Cache>());
  caches[0]->size = n;
  caches.resize(3);
  caches.pop_back();
  return caches;
}

[[run::autoconvert]] Net emptied(int n) {
  Net net;
  net.layers.push_back(Layer(n));
  net.layers.clear();
  net.layers.push_back(Layer(2));
  net.caches.push_back(Cache{.size = 1});
  net.caches.push_back(Cache{.size = 2});
  net.caches.push_back(Cache{.size = 3});
  net.caches.pop_back();
  net.caches.back().size += n;
  net.caches.erase(net.caches.begin());
  net.caches.push_back(Cache{.size = 4});
  net.caches[1].exclusive = true;
  net.caches.erase(net.caches.begin() + 1);
  net.by_name["a"] = Cache{.size = n};
  net.by_name["b"] = Cache{.size = 2};
  net.by_name.erase("a");
  net.by_name.erase("nobody");
  net.by_name["c"].size = static_cast<int>(net.by_name.size());
  return net;
}

[[run::autoconvert(allow_control_flow)]] Net queued(int n) {
  Net net;
  for (int i = 0; i < n; ++i) {
    net.caches.push_back(Cache{i});
    if (net.caches.size() > 2) net.caches.pop_front();
    const std::string name = std::to_string(i % 2);
    auto& cache = net.by_name[name];
    cache.size += i;
    if (net.by_name.count("1") > 0) net.by_name.at("1") = {i};
  }
  if (!net.caches.empty()) net.caches[0].exclusive = true;
  return net;
}

[[run::autoconvert(allow_control_flow)]] std::map<int, Cache> numbered(int n) {
  std::map<int, Cache> caches;
  for (int i = 0; i < n; ++i) {
    auto& cache = caches[i % 3];
    cache.size += i;
    caches[7] = {i};
  }
  return caches;
}

[[run::autoconvert]] Net several(int n) {
  Net net;
  net.layers.insert(net.layers.end(), {Layer(n), Layer(2)});
  net.layers.insert(net.layers.begin(), {Layer(3)});
  net.layers.insert(net.layers.begin() + 1, {Layer(4), Layer(5)});
  net.layers.insert(net.layers.end(), 2, Layer(6));
  std::vector<Layer> more{Layer(7), Layer(n)};
  net.layers.insert(net.layers.end(), more.begin(), more.end());
  more[0] = Layer(8);
  net.layers.insert(net.layers.begin(), more.cbegin(), more.cend());
  net.by_name.insert({{"a", Cache{.size = n}}, {"b", Cache{}}});
  net.by_name.insert({{"a", Cache{.size = 99}}, {"c", Cache{.size = 1}}});
  net.by_name.emplace_hint(net.by_name.end(), "d", Cache{.size = 5});
  std::map<std::string, Cache> others{{"d", Cache{.size = 6}}, {"e", Cache{.size = n}}};
  net.by_name.insert(others.begin(), others.end());
  return net;
}

[[run::autoconvert]] Net assigned(int n) {
  Net net;
  std::vector<Layer> layers(static_cast<std::size_t>(n + 1), Layer(2));
  layers.assign(2, Layer(n));
  net.layers.assign(layers.begin(), layers.end());
  std::vector<Layer> again(layers.begin(), layers.end());
  again.assign({Layer(1), Layer(n)});
  net.layers.push_back(again[1]);
  std::map<std::string, Cache> entries{{"a", Cache{.size = n}}};
  std::map<std::string, Cache> same(entries.begin(), entries.end());
  same["a"].size += 1;
  entries.clear();
  net.by_name = same;
  return net;
}

[[run::autoconvert]] Fleet made_by_constructor(int n) {
  Fleet fleet;
  fleet.caches.reserve(4);
  fleet.caches.insert(fleet.caches.end(), {Cache{.size = n}, Cache{.size = 2}});
  fleet.names.clear();
  fleet.names.push_back("b");
  return fleet;
}

[[run::autoconvert]] Fleet emptied_anew(int n) {
  Fleet fleet;
  fleet.caches.clear();
  fleet.caches.push_back(Cache{.size = n});
  fleet.caches[0].exclusive = true;
  return fleet;
}

[[run::autoconvert]] Net exchanged(int n) {
  Cache left{.size = n};
  Cache right{.size = 2};
  std::swap(left, right);
  right.exclusive = true;
  left.size += 10;
  std::vector<Layer> layers{Layer(n)};
  std::vector<Layer> none;
  layers.swap(none);
  none.push_back(Layer(3));
  return Net{.layers = none, .left = left, .right = right};
}

[[run::autoconvert]] std::unique_ptr<Cache> exchanged_pointers(int n) {
  auto first = std::make_unique<Cache>(Cache{.size = n});
  std::unique_ptr<Cache> second;
  first.swap(second);
  second->exclusive = true;
  return second;
}

[[run::autoconvert]] Both of_pair(int n) {
  auto [first, second] = std::pair{Cache{.size = 1}, Cache{.size = 2}};
  first.size = n;
  second = Cache{.size = first.size + 1};
  return Both{first, second};
}

[[run::autoconvert]] Both of_object(int n) {
  Both both{.first = {.size = n}};
  auto [first, second] = both;
  both.first.size = 9;
  first.exclusive = true;
  auto& [one, other] = both;
  other.size = one.size + first.size;
  one = second;
  const auto& [same, again] = both;
  return Both{same, Cache{.size = again.size}};
}

[[run::autoconvert]] Net of_elements(int n) {
  std::array<Cache, 2> caches{Cache{.size = n}, Cache{.size = 3}};
  auto& [left, right] = caches;
  left.size += right.size;
  auto [layer, count, cache] = std::make_tuple(Layer(n), 3, Cache{.size = 5});
  cache.size = count;
  count += 2;
  return Net{.layers = {layer, Layer(count)}, .caches = {cache}, .left = caches[0], .right = right};
}

[[run::autoconvert]] Both of_recipe(int n) {
  auto [first, second] = of_object(n);
  second.size += 1;
  return Both{.first = second, .second = first};
}

[[run::autoconvert]] Net variant_of_value(int n) {
  std::variant<int, Cache> either = n;
  either = Cache{.size = n};
  Net net{.either = either};
  either = 7;
  if constexpr (sizeof(int) == 4) net.right.size = 1;
  return net;
}

}  // namespace app

#include "containers-refilled.run.h"

template <auto f>
void law(int n) {
  const auto cfg = run::autoconvert<f>(n);
  const auto wanted = f(n);
  const std::remove_const_t<decltype(wanted)> built = run::build(cfg);
  CHECK(app::same(built, wanted));
  CHECK(run::from_yaml<std::remove_const_t<decltype(wanted)>>(run::to_yaml(cfg)) == cfg);
}

int main() {
  for (const int n : {2, 5}) {
    law<&app::counted>(n);
    law<&app::copies>(n);
    law<&app::in_members>(n);
    law<&app::nested>(n);
    law<&app::nested_by_name>(n);
    law<&app::emptied>(n);
    law<&app::queued>(n);
    law<&app::numbered>(n);
    law<&app::several>(n);
    law<&app::assigned>(n);
    law<&app::made_by_constructor>(n);
    law<&app::emptied_anew>(n);
    law<&app::exchanged>(n);
    law<&app::of_pair>(n);
    law<&app::of_object>(n);
    law<&app::of_elements>(n);
    law<&app::of_recipe>(n);
    law<&app::variant_of_value>(n);
    CHECK(*run::build<std::unique_ptr<app::Cache>>(run::autoconvert<app::exchanged_pointers>(n)) ==
          *app::exchanged_pointers(n));
  }
  const auto once = run::build(run::autoconvert<app::copies_of_call>(3));
  CHECK(app::made == 1 && once.size() == 3 && once[2].size == 3);
  const auto same = run::build(run::autoconvert<app::same_pointers>(3));
  CHECK(same.size() == 2 && same[0] == same[1] && same[0]->size == 3);
  bool is_refused = false;
  try {
    run::autoconvert<app::copies>(-1);
  } catch (const std::length_error&) {
    is_refused = true;
  }
  CHECK(is_refused);
  return check_result();
}
