// Containers that a recipe fills step by step: locals, members of locals, elements; and what it reads from them.
#include <run/run.h>

#include "../conformance/samples/check.h"
#include "layers.h"

namespace app {

struct Stack {
  std::vector<Layer> layers{};
  std::map<std::string, Layer> by_name{};
  std::vector<std::unique_ptr<Layer>> owned{};
  std::deque<Cache> caches{};
  std::optional<Layer> extra{};
  std::array<Cache, 2> pair{};
  std::pair<Cache, int> counted{};
  std::unique_ptr<Layer> last{};
  bool operator==(const Stack& other) const {
    return layers == other.layers && by_name == other.by_name && same(owned, other.owned) && caches == other.caches &&
           extra == other.extra && pair == other.pair && counted == other.counted && same(last, other.last);
  }
};

[[run::autoconvert]] std::vector<Layer> sequence(int n) {
  std::vector<Layer> layers;
  layers.reserve(8);
  layers.push_back(Layer(n));
  layers.emplace_back(n + 1, 0.5);
  layers.emplace_back();
  layers.push_back({});
  layers.push_back(layers[0]);
  layers.insert(layers.begin(), Layer(10));
  layers.insert(layers.end(), Layer(11));
  layers.insert(layers.begin() + 1, Layer(12));
  layers.emplace(layers.begin() + n, 13, 0.25);
  layers.emplace(layers.cend(), 14);
  layers[0] = Layer(15);
  layers.at(1) = Layer(16);
  layers.front() = Layer(17);
  layers.back() = Layer(static_cast<int>(layers.size()));
  return layers;
}

[[run::autoconvert]] std::deque<Cache> both_ends(int n) {
  std::deque<Cache> caches;
  caches.push_front(Cache{.size = n});
  caches.emplace_front(Cache{.size = 2});
  caches.push_back({.size = 3});
  caches[1].exclusive = true;
  caches.back().size *= 2;
  caches.front().size = caches[1].size + 1;
  return caches;
}

[[run::autoconvert]] std::map<std::string, Layer> map(int n) {
  std::map<std::string, Layer> layers;
  const std::string key = "k" + std::to_string(n);
  layers["a"] = Layer(1);
  layers[key] = Layer(2);
  layers["a"] = Layer(3);
  layers.emplace("b", Layer(4));
  layers.emplace("b", Layer(5));  // the first one stays
  layers.insert({"c", Layer(6)});
  layers.insert({"c", Layer(7)});  // the first one stays
  layers.insert(std::make_pair("d", Layer(8)));
  layers.try_emplace("e", 9, 0.5);
  layers.try_emplace("e", 10);  // the first one stays
  layers.insert_or_assign("e", Layer(static_cast<int>(layers.size())));
  layers.emplace("f", 11);
  layers.emplace(std::piecewise_construct, std::forward_as_tuple("g"), std::forward_as_tuple(12, 0.25));
  layers.emplace(std::piecewise_construct, std::forward_as_tuple("g"), std::make_tuple());  // the first one stays
  return layers;
}

[[run::autoconvert]] std::unordered_map<int, std::vector<Layer>> nested(int n) {
  std::unordered_map<int, std::vector<Layer>> rows;
  rows[1] = {Layer(n), Layer(2)};
  rows.try_emplace(2);
  rows[3] = std::vector<Layer>();
  std::vector<Layer> row;
  row.push_back(Layer(n));
  rows.emplace(n + 10, std::move(row));
  return rows;
}

[[run::autoconvert]] std::vector<std::pair<Layer, Cache>> piecewise(int n) {
  std::vector<std::pair<Layer, Cache>> pairs;
  pairs.emplace_back(std::piecewise_construct, std::forward_as_tuple(n, 0.5), std::forward_as_tuple());
  std::pair<Layer, Cache> last(std::piecewise_construct, std::forward_as_tuple(n), std::forward_as_tuple(Cache{n}));
  pairs.push_back(last);
  return pairs;
}

// Elements that hold nothing to begin with.
struct Anchors {
  std::array<std::unique_ptr<Layer>, 2> owned{};
  std::array<std::optional<Cache>, 2> caches{};
  bool operator==(const Anchors& other) const {
    return same(owned[0], other.owned[0]) && same(owned[1], other.owned[1]) && caches == other.caches;
  }
};
[[run::autoconvert]] Anchors anchors(int n) {
  Anchors anchors;
  anchors.owned[1] = std::make_unique<Layer>(n);
  anchors.caches[0] = Cache{.size = n};
  return anchors;
}
[[run::autoconvert]] std::vector<std::unique_ptr<Layer>> some_null(int n) {
  std::vector<std::unique_ptr<Layer>> layers;
  layers.emplace_back();
  layers.push_back(std::make_unique<Layer>(n));
  return layers;
}

[[run::autoconvert]] std::vector<std::vector<Layer>> grid(int n) {
  std::vector<std::vector<Layer>> rows{{Layer(1)}, {}};
  rows[0].push_back(Layer(n));
  rows.emplace_back();
  rows.back().emplace_back(n + 1);
  rows[1].push_back(Layer(static_cast<int>(rows[0].size())));
  return rows;
}

[[run::autoconvert]] std::vector<std::pair<std::string, Layer>> pairs(int n) {
  std::vector<std::pair<std::string, Layer>> all;
  all.emplace_back("a", Layer(n));
  all.push_back({"b", Layer(2)});
  all.push_back(std::make_pair("c", Layer(3)));
  all[0].second = Layer(4);
  all[1].first = "z";
  return all;
}

[[run::autoconvert]] std::pair<Cache, int> pair(int n) {
  std::pair<Cache, int> two(Cache{.size = n}, 3);
  two.second = n;
  two.second += two.first.size;
  two.first.exclusive = true;
  std::get<0>(two).size = two.second;
  return two;
}

[[run::autoconvert]] std::tuple<Layer, Cache, int> tuple(int n) {
  auto three = std::make_tuple(Layer(n), Cache(), 1);
  std::get<0>(three) = Layer(7);
  std::get<1>(three).size = n;
  std::get<2>(three) = std::get<1>(three).size + 1;
  return three;
}

[[run::autoconvert]] std::array<Cache, 3> array(int n) {
  std::array<Cache, 3> all{Cache{.size = 1}};
  all[1] = Cache{.size = n};
  all[2].size = all[1].size;
  return all;
}

[[run::autoconvert]] std::optional<Layer> optional(int n) {
  std::optional<Layer> layer;
  layer = Layer(1);
  layer = std::nullopt;
  layer.emplace(n, 0.5);
  return layer;
}

[[run::autoconvert]] std::variant<Cache, Layer> variant(int n) {
  std::variant<Cache, Layer> either = Cache();
  either = Layer(n);
  return either;
}

[[run::autoconvert]] Stack members(int n) {
  Stack stack;
  stack.layers.reserve(3);
  stack.layers.push_back(Layer(n));
  stack.layers.emplace_back(2, 0.5);
  stack.layers.insert(stack.layers.begin(), Layer(3));
  stack.layers[1] = Layer(4);
  stack.by_name["x"] = Layer(static_cast<int>(stack.layers.size()));
  stack.by_name.emplace("y", Layer(5));
  stack.owned.push_back(std::make_unique<Layer>(n));
  stack.owned.emplace_back(std::make_unique<Layer>(2));
  stack.caches.push_front({.size = n});
  stack.caches[0].exclusive = !stack.caches.empty();
  stack.extra.emplace(6);
  stack.pair[1].size = n;
  stack.counted.first.size = n;
  stack.counted.second = stack.counted.first.size * 2;
  stack.last = std::make_unique<Layer>(n);
  if constexpr (sizeof(int) == 4) stack.last.reset();
  return stack;
}

[[run::autoconvert]] std::unique_ptr<Stack> through_pointer(int n) {
  auto stack = std::make_unique<Stack>();
  stack->layers = {Layer(1)};
  stack->layers.push_back(Layer(n));
  (*stack).by_name["x"] = Layer(2);
  stack->extra = Layer(3);
  stack->extra.reset();
  return stack;
}

[[run::autoconvert]] Layer element(int n) {
  std::vector<Layer> layers{Layer(n), Layer(2)};
  auto first = layers[0];
  layers[0] = Layer(3);
  return first;
}

[[run::autoconvert]] Stack element_of_member(int n) {
  Stack stack;
  stack.layers = {Layer(n), Layer(2)};
  stack.layers[0] = stack.layers[1];
  Layer copy = stack.layers.back();
  stack.layers.push_back(copy);
  return stack;
}

[[run::autoconvert]] std::vector<std::vector<Layer>> single_elements(int n) {
  Stack stack;
  stack.layers.push_back(Layer(n));
  std::vector<Layer> more{stack.layers[0]};
  std::vector<std::vector<Layer>> rows{more};
  more[0] = Layer(9);
  stack.layers.push_back(more.back());
  rows.push_back(stack.layers);
  stack.layers = rows[0];
  rows.push_back(std::move(stack.layers));
  return rows;
}

[[run::autoconvert(allow_control_flow)]] Stack added_and_changed(int n) {
  Stack stack;
  stack.caches.emplace_back().size = n;
  (stack.caches.emplace_back()).size += n++;
  for (int i = 0; i < 2; ++i)
    if (i < n) stack.caches.emplace_back(Cache{.size = i}).exclusive = n > 2;
  std::vector<std::optional<Cache>> perhaps(1);
  perhaps[0].emplace().size = n;
  stack.caches.push_back(*perhaps[0]);
  return stack;
}

// Of the elements that functions make, nothing is known; of the one that was constructed behind them, all is.
inline Cache cached(int n) { return Cache{.size = n}; }
[[run::autoconvert]] Stack behind_a_call(int n) {
  Stack stack;
  stack.caches.push_back(cached(n));
  stack.caches.push_back(Cache{});
  stack.caches.back().size = n + 1;
  stack.caches.push_back(cached(n));
  auto& last = stack.caches.emplace_back();
  last.size = n;
  last.exclusive = true;
  return stack;
}

// Sharing.
using SharedLayers = std::vector<std::shared_ptr<Layer>>;

[[run::autoconvert]] std::pair<SharedLayers, SharedLayers> copied(int n) {
  SharedLayers layers;
  layers.push_back(std::make_shared<Layer>(n));
  return {layers, layers};
}

[[run::autoconvert]] SharedLayers repeated(int n) {
  SharedLayers layers;
  layers.push_back(std::make_shared<Layer>(n));
  layers.push_back(layers[0]);
  auto first = layers.front();
  layers.insert(layers.begin(), first);
  return layers;
}

struct Ends {
  std::shared_ptr<Layer> first{};
  std::shared_ptr<Layer> last{};
  SharedLayers between{};
};

[[run::autoconvert]] Ends ends(int n) {
  Ends ends;
  ends.first = std::make_shared<Layer>(n);
  ends.last = ends.first;
  ends.between.push_back(ends.last);
  auto layers = ends.between;
  layers.push_back(std::make_shared<Layer>(2));
  ends.between = layers;
  return ends;
}

// What `operator[]` of a map makes from nothing: whatever has a number of elements of its own, too.
[[run::autoconvert]] auto entries(int n) {
  using Entry = std::pair<Cache, std::optional<Cache>>;
  std::map<std::string, std::tuple<Entry, std::array<Cache, 2>, std::variant<Cache, int>>> map;
  map["first"];
  std::get<0>(map["second"]).first.size = n;
  std::get<0>(map["second"]).second = Cache{.size = 5};
  std::get<1>(map["third"])[1] = Cache{.size = n};
  std::get<2>(map["third"]) = n;
  return map;
}

// A container of containers: what is in braces elsewhere are arguments of the inner one.
[[run::autoconvert]] std::vector<std::vector<Layer>> rows_made_in_place(int n) {
  std::vector<std::vector<Layer>> rows;
  rows.emplace_back(2, Layer(n));
  rows.emplace_back(n);
  rows.emplace_back(rows[0].begin(), rows[0].end());
  rows[0][1] = Layer(8);
  rows.emplace_back(1)[0] = Layer(5);
  return rows;
}
[[run::autoconvert]] std::map<std::string, std::vector<Layer>> entries_made_in_place(int n) {
  std::map<std::string, std::vector<Layer>> rows;
  rows.try_emplace("a", 2, Layer(n));
  rows.try_emplace("b", 3u);
  rows["a"][1] = Layer(2);
  return rows;
}

[[run::autoconvert]] Stack asked(int n) {
  Stack stack;
  stack.layers.emplace_back(n);
  stack.by_name.emplace("a", Layer(1));
  const std::string key = "b";
  stack.counted.first.size = static_cast<int>(std::size(stack.layers) + stack.by_name.size());
  stack.counted.second = stack.by_name.contains("a") + 2 * stack.by_name.contains(key) + 4 * std::empty(stack.caches);
  std::map<int, Cache> numbered{{stack.counted.second, {}}};
  stack.pair[0].size = static_cast<int>(std::ssize(numbered)) + numbered.contains(stack.counted.second);
  return stack;
}

struct Sampled {
  int seed = 1;
  std::string name = "n";
  std::optional<std::vector<int>> ids{};
  std::optional<std::map<std::string, int>> counts{};
  bool operator==(const Sampled&) const = default;
};
[[run::autoconvert]] Sampled in_optionals(int n) {
  Sampled sampled{.seed = n};
  sampled.ids = std::vector<int>{1};
  sampled.ids->push_back(sampled.seed);
  sampled.ids->emplace_back(sampled.seed + 1);
  sampled.counts = std::map<std::string, int>{};
  sampled.counts->emplace(sampled.name, sampled.seed);
  return sampled;
}

}  // namespace app

#include "containers-filled.run.h"

template <auto f, class... A>
void law(A... arguments) {
  auto cfg = run::autoconvert<f>(arguments...);
  const auto plain = f(arguments...);
  const auto built = run::build<std::remove_cv_t<decltype(plain)>>(cfg);
  CHECK(app::same(built, plain));
  const auto copy = cfg;
  CHECK(copy == cfg);
  CHECK(app::same(run::build<std::remove_cv_t<decltype(plain)>>(copy), plain));
}

int main() {
  law<&app::sequence>(3);
  law<&app::both_ends>(3);
  law<&app::map>(3);
  law<&app::nested>(3);
  law<&app::piecewise>(3);
  law<&app::anchors>(3);
  const auto some = run::build(run::autoconvert<app::some_null>(3));
  CHECK(some.size() == 2 && some[0] == nullptr && *some[1] == app::Layer(3));
  law<&app::grid>(3);
  law<&app::pairs>(3);
  law<&app::pair>(3);
  law<&app::tuple>(3);
  law<&app::array>(3);
  law<&app::optional>(3);
  law<&app::variant>(3);
  law<&app::members>(3);
  law<&app::element>(3);
  law<&app::single_elements>(3);
  law<&app::added_and_changed>(3);
  law<&app::behind_a_call>(3);
  law<&app::element_of_member>(3);
  law<&app::entries>(3);
  law<&app::asked>(3);
  law<&app::rows_made_in_place>(3);
  law<&app::entries_made_in_place>(3);
  law<&app::in_optionals>(3);
  CHECK(*run::build<std::unique_ptr<app::Stack>>(run::autoconvert<app::through_pointer>(3)) ==
        *app::through_pointer(3));

  const auto copied = run::build(run::autoconvert<app::copied>(3));
  CHECK(copied.first[0] == copied.second[0]);
  const auto repeated = run::build(run::autoconvert<app::repeated>(3));
  CHECK(repeated.size() == 3 && repeated[0] == repeated[1] && repeated[1] == repeated[2]);
  const auto ends = run::build(run::autoconvert<app::ends>(3));
  CHECK(ends.first == ends.last && ends.between[0] == ends.first && *ends.between[1] == app::Layer(2));

  auto cfg = run::autoconvert<app::members>(3);
  CHECK(run::from_yaml<app::Stack>(run::to_yaml(cfg)) == cfg);
  return check_result();
}
