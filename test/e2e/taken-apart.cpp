// Containers that are handed in, loops over elements, parts of plain values, and results of the declared type.
#include <run/run.h>

#include <array>
#include <cassert>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"
#include "layers.h"

namespace app {

struct [[run::exempt]] Point {
  int x = 0;
  int y = 0;
  bool operator==(const Point&) const = default;
};

struct Net {
  std::vector<Layer> layers{};
  std::vector<Cache> caches{};
  std::map<std::string, Cache> by_name{};
  std::pair<int, int> size{};
  std::tuple<int, double> scale{};
  std::pair<Cache, int> counted{};
  std::array<Point, 2> corners{};
  Point at{};
  int count = 0;
  bool is_empty = false;
  bool operator==(const Net&) const = default;
};

// What is handed in.

[[run::autoconvert]] Net asked(const std::vector<Layer>& layers) {
  return Net{.layers = layers, .count = static_cast<int>(layers.size()) + 1, .is_empty = layers.empty()};
}

[[run::autoconvert]] Net elements(std::vector<Layer> layers, const std::map<std::string, Cache>& caches) {
  return Net{.layers = {layers[1], layers.back(), layers.front(), layers.at(0)}, .caches = {caches.at("a")}};
}

[[run::autoconvert]] Net copied(const std::vector<Layer>& layers) {
  std::vector<Layer> more(layers);
  auto others = layers;
  more.push_back(Layer(3));
  others[0] = Layer(4);
  more.push_back(others[0]);
  return Net{.layers = more, .count = static_cast<int>(others.size())};
}

[[run::autoconvert]] std::vector<Layer> added(std::vector<Layer> layers = {}) {
  layers.push_back(Layer(4));
  layers.emplace_back(5, 0.5);
  return layers;
}

[[run::autoconvert]] std::vector<Layer> added_twice() { return added({Layer(9), Layer(8)}); }

[[run::autoconvert]] std::vector<Layer> added_to_nothing() { return added(); }

[[run::autoconvert]] std::vector<Layer> passed_on(std::vector<Layer> layers) { return added(layers); }

[[run::autoconvert]] std::vector<Layer> copied_and_passed_on(const std::vector<Layer>& layers) {
  auto more = layers;
  more.push_back(layers[0]);
  return added(std::move(more));
}

[[run::autoconvert(no_inline)]] Net node(const std::vector<Layer>& layers) {
  return Net{.layers = {layers[0]}, .count = static_cast<int>(layers.size())};
}

[[run::autoconvert]] std::vector<Net> nodes(const std::vector<Layer>& layers) {
  return {node(layers), node({Layer(3)})};
}

template <class T>
[[run::autoconvert]] Net of_template(const std::vector<T>& layers) {
  return Net{.layers = {layers.front()}, .count = static_cast<int>(layers.size())};
}
template Net of_template(const std::vector<Layer>&);

[[run::autoconvert]] Net of_nested(const std::vector<std::vector<Layer>>& rows) {
  return Net{.layers = {rows[0][1], rows.back().front()}, .count = static_cast<int>(rows[1].size() + rows.size())};
}

[[run::autoconvert]] Net of_pair(std::pair<Cache, int> given) { return Net{.caches = {given.first}, .counted = given}; }

[[run::autoconvert]] Net same_object(const Layer& layer) {
  const auto& again = layer;
  Layer copy = again;
  return Net{.layers = {layer, again, copy}};
}

struct Owner {
  std::shared_ptr<Layer> left{};
  std::shared_ptr<const Layer> right{};
};

[[run::autoconvert]] Owner same_pointer(std::shared_ptr<Layer> layer) {
  auto left = layer;
  std::shared_ptr<const Layer> right = std::move(layer);
  return Owner{.left = left, .right = right};
}

[[run::autoconvert]] Owner as_const(std::shared_ptr<Layer> layer) { return Owner{.left = layer, .right = layer}; }

[[run::autoconvert]] Owner same_elements_of(const std::vector<std::shared_ptr<Layer>>& layers) {
  return Owner{.left = layers[0], .right = layers[0]};
}

// Loops over elements.

[[run::autoconvert(allow_control_flow)]] Net loops(int n) {
  std::vector<Cache> caches{Cache{.size = n}, Cache{.size = 2}};
  Net net;
  for (auto& cache : caches) cache.size *= 3;
  for (Cache& cache : caches) {
    if (cache.size > 7) cache.exclusive = true;
  }
  for (const auto& cache : caches) net.caches.push_back(cache);
  for (auto&& cache : net.caches) {
    for (const Cache& other : caches) cache.size += other.size;
  }
  for (const auto& cache : net.caches) net.count += cache.size;
  return net;
}

[[run::autoconvert(allow_control_flow)]] Net loop_over_given(const std::vector<Layer>& layers) {
  Net net;
  for (const auto& layer : layers) {
    net.layers.push_back(layer);
    net.layers.push_back(Layer(1));
  }
  return net;
}

[[run::autoconvert(allow_control_flow)]] std::vector<std::shared_ptr<Cache>> loop_over_pointers(int n) {
  std::vector<std::shared_ptr<Cache>> caches;
  caches.push_back(std::make_shared<Cache>());
  caches.push_back(caches[0]);
  for (const auto& cache : caches) cache->size += n;
  return caches;
}

[[run::autoconvert(allow_control_flow)]] Net loop_over_array(int n) {
  std::array<Cache, 2> caches{};
  for (auto& cache : caches) cache.size = n;
  return Net{.caches = {caches[0], caches[1]}};
}

[[run::autoconvert(allow_control_flow)]] Net named_by_number(std::size_t i) {
  Net net{.caches = {Cache{}, Cache{}, Cache{}}};
  auto& cache = net.caches[i];
  cache.size = 3;
  for (std::size_t k = 0; k < net.caches.size(); ++k) {
    auto& other = net.caches[k];
    other.size += static_cast<int>(k);
    net.counted.first.size += net.caches[k].size;
  }
  return net;
}

// Parts of plain values.

[[run::autoconvert]] Net parts(int n) {
  Net net{};
  net.size.first = n;
  net.size.second += net.size.first;
  std::get<1>(net.scale) = 2.5;
  net.counted.first.size = n;
  net.counted.second = 4;
  net.corners[1].y = n + 1;
  net.at.x = net.corners[1].y;
  net.at.y++;
  net.count = net.size.second;
  assert(net.count > 0);
  return net;
}

// Results.

inline Layer made(int width) { return Layer(width); }

[[run::autoconvert]] std::variant<Cache, Layer> variant(int n) { return Layer(n); }
[[run::autoconvert]] std::optional<Layer> optional(int n) { return Layer(n); }
[[run::autoconvert]] std::optional<Layer> optional_local(int n) {
  Layer layer(n);
  return layer;
}
[[run::autoconvert]] std::optional<Layer> optional_call(int n) { return made(n); }
[[run::autoconvert]] std::variant<Cache, Layer> variant_recipe(int n) {
  std::variant<Cache, Layer> either = variant(n);
  return either;
}
[[run::autoconvert]] std::optional<std::variant<Layer, Cache>> both(int n) { return Cache{.size = n}; }
[[run::autoconvert]] std::pair<Layer, int> pair(int n) { return {Layer(n), n}; }
[[run::autoconvert]] std::variant<std::unique_ptr<Layer>, Cache> variant_of_pointer(int n) {
  return std::make_unique<Layer>(n);
}

// A loop that names the parts of each element.
struct Entries {
  std::vector<std::pair<int, Cache>> pairs{};
  std::vector<std::tuple<int, Cache>> tuples{};
  std::vector<Cache> caches{};
  bool operator==(const Entries&) const = default;
};
[[run::autoconvert(allow_control_flow)]] Entries entries(int n) {
  Entries entries;
  entries.pairs.emplace_back(n, Cache{.size = n});
  entries.pairs.emplace_back(7, Cache{.size = 8});
  entries.tuples.push_back({n, Cache{.size = 9}});
  for (auto& [count, cache] : entries.pairs) cache.size += count;
  for (auto [count, cache] : entries.pairs) entries.caches.push_back(cache);
  for (auto& [count, cache] : entries.tuples) {
    count += 2;
    cache = Cache{.size = count};
  }
  return entries;
}
}  // namespace app

#include "taken-apart.run.h"

template <auto f, class... A>
void law(const A&... arguments) {
  const auto built = run::build(run::autoconvert<f>(arguments...));
  static_assert(std::is_same_v<std::remove_const_t<decltype(built)>, decltype(f(arguments...))>);
  CHECK(built == f(arguments...));
}

int main() {
  using app::Cache;
  using app::Layer;
  const std::vector<Layer> layers{Layer(1), Layer(2)};
  law<&app::asked>(layers);
  law<&app::entries>(3);
  law<&app::asked>(std::vector<Layer>());
  law<&app::elements>(layers, std::map<std::string, Cache>{{"a", Cache{.size = 3}}});
  law<&app::copied>(layers);
  law<&app::added>(layers);
  law<&app::added_twice>();
  law<&app::added_to_nothing>();
  law<&app::passed_on>(layers);
  law<&app::copied_and_passed_on>(layers);
  law<&app::nodes>(layers);
  law<&app::of_template<Layer>>(layers);
  law<&app::of_nested>(std::vector{layers, layers});
  law<&app::of_pair>(std::pair<Cache, int>(Cache{.size = 3}, 4));
  law<&app::same_object>(Layer(7));
  law<&app::loops>(2);
  law<&app::loop_over_given>(layers);
  law<&app::loop_over_array>(5);
  law<&app::named_by_number>(std::size_t{1});
  law<&app::parts>(3);
  law<&app::variant>(1);
  law<&app::optional>(2);
  law<&app::optional_local>(2);
  law<&app::optional_call>(2);
  law<&app::variant_recipe>(2);
  law<&app::both>(2);
  law<&app::pair>(2);
  CHECK(*std::get<0>(run::build(run::autoconvert<app::variant_of_pointer>(3))) == Layer(3));

  // A configuration is handed in like a finished container.
  auto cfg = run::autoconvert<app::asked>(run::autoconvert<app::added_twice>());
  CHECK(run::build(cfg) == app::asked(app::added_twice()));
  cfg["layers"][0]["width"] = 12;
  CHECK(run::build(cfg).layers[0] == Layer(12));

  const auto owner = run::build(run::autoconvert<app::same_pointer>(run::Config<Layer>({.width = 3})));
  CHECK(owner.left == owner.right && *owner.left == Layer(3));
  const auto finished = std::make_shared<Layer>(5);
  const auto given = run::build(run::autoconvert<app::as_const>(finished));
  CHECK(given.left == finished && given.right == finished);
  const auto element = std::make_shared<Layer>(4);
  const auto held = run::build(run::autoconvert<app::same_elements_of>(std::vector{element}));
  CHECK(held.left == held.right && *held.left == Layer(4));
  const auto pointers = run::build(run::autoconvert<app::loop_over_pointers>(4));
  CHECK(pointers[0] == pointers[1] && *pointers[0] == *app::loop_over_pointers(4)[0]);
  return check_result();
}
