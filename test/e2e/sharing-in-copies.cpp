// Copies of a local share what copies of the object would share, and a function is called as often as the recipe
// calls it.
#include <run/run.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

inline int calls = 0;

struct Cache {
  int size = 1;
};

inline int next_seed(int base) { return base + ++calls; }
inline Cache open_cache(int size) { return Cache{size + ++calls}; }
inline std::shared_ptr<Cache> shared_cache(int size) { return std::make_shared<Cache>(Cache{size + ++calls}); }

struct Layer {
  explicit Layer(std::shared_ptr<Cache> c, int w = 0) : cache(std::move(c)), width(w) {}
  std::shared_ptr<Cache> cache;
  int width;
};

struct Stage {
  std::vector<std::shared_ptr<Cache>> caches;
  Cache own;
  int seed = 0;
};

struct Pair {
  Layer left;
  Layer right;
};

struct Stages {
  Stage left;
  Stage right;
};

struct Named {
  std::string name{};
  Cache cache{};
};
struct Twins {
  Named left{};
  Named right{};
};
inline std::string name_of(int n) { return std::string(40, static_cast<char>('a' + n)) + std::to_string(++calls); }

// An object of its own that begins as another one: those who hold the pointer share it, and nobody else.
struct Copies {
  Cache own{};
  std::shared_ptr<Cache> first{};
  std::shared_ptr<Cache> second{};
  std::vector<std::shared_ptr<Cache>> all{};
  std::unique_ptr<Cache> alone{};
};
[[run::autoconvert]] Copies allocated(int n) {
  Copies made;
  made.own.size = n;
  Cache local{n + 1};
  auto of_local = std::make_shared<Cache>(local);
  local.size = 9;
  of_local->size += 1;
  made.first = of_local;
  made.second = of_local;
  auto of_member = std::make_shared<Cache>(made.own);
  made.own.size = 7;
  made.all = {of_local, of_member, of_member};
  auto of_pointee = std::make_shared<Cache>(*made.all[1]);
  of_pointee->size = 4;
  made.all.push_back(of_pointee);
  made.all.push_back(of_pointee);
  made.all.push_back(std::make_shared<Cache>(*of_pointee));
  made.all.push_back(std::make_shared<Cache>(made.own));
  std::shared_ptr<Cache> later = std::make_shared<Cache>(local);
  later = std::make_shared<Cache>(made.own);
  later->size += 2;
  made.all.push_back(later);
  made.all.push_back(later);
  made.alone = std::make_unique<Cache>(made.own);
  return made;
}
[[run::autoconvert]] Copies allocated_members(int n) {
  Copies made{.own = Cache{n}};
  made.first = std::make_shared<Cache>(made.own);
  made.second = std::make_shared<Cache>(*made.first);
  made.second->size += 1;
  made.all.push_back(made.second);
  return made;
}
[[run::autoconvert]] std::shared_ptr<Cache> allocated_result(int n) {
  Cache local{n};
  return std::make_shared<Cache>(local);
}

[[run::autoconvert]] Twins twins(int n) {
  const Named named{.name = name_of(n), .cache = open_cache(n)};
  return Twins{.left = named, .right = named};
}

[[run::autoconvert]] Pair pair(int n) {
  Layer layer(std::make_shared<Cache>(Cache{n}), n);
  return Pair{layer, layer};
}

[[run::autoconvert]] Pair changed(int n) {
  Layer layer(shared_cache(n), n);
  Layer other = layer;
  other.width = 7;
  return Pair{layer, other};
}

[[run::autoconvert]] Stages stages(int n) {
  Stage stage{
      .caches = {std::make_shared<Cache>(Cache{n}), shared_cache(n)}, .own = open_cache(n), .seed = next_seed(n)};
  return Stages{stage, stage};
}

[[run::autoconvert]] Layer layer(int n) { return Layer(std::make_shared<Cache>(Cache{n}), next_seed(n)); }

[[run::autoconvert]] Pair of_recipe(int n) {
  const Layer made = layer(n);
  return Pair{made, made};
}

// What a shared pointer holds is copied as it is then, and its own pointers are shared.
[[run::autoconvert]] Pair of_pointee(int n) {
  auto layer = std::make_shared<Layer>(std::make_shared<Cache>(Cache{n}), n);
  Layer first = *layer;
  layer->width = 5;
  Pair pair{first, *layer};
  layer->width = 99;
  pair.left.width = 1;
  return pair;
}

struct Holder {
  std::shared_ptr<Cache> cache{};
  std::vector<std::shared_ptr<Cache>> more{};
  Cache copy{};
  std::vector<Cache> copies{};
};

[[run::autoconvert]] std::shared_ptr<Cache> recipe_of_shared(int n) {
  auto cache = std::make_shared<Cache>();
  cache->size = n;
  return cache;
}

[[run::autoconvert]] Holder of_places(int n) {
  Holder holder{.cache = std::make_shared<Cache>(Cache{n}), .more = {std::make_shared<Cache>()}};
  holder.copy = *holder.cache;
  holder.cache->size = 7;
  holder.copies.push_back(*holder.cache);
  holder.more[0]->size = 3;
  holder.copies.push_back(*holder.more[0]);
  holder.more.push_back(std::make_shared<Cache>(*holder.more.back()));
  holder.more.back()->size += 1;
  const auto& named = *holder.cache;
  Cache twice = named;
  twice.size *= 2;
  holder.copies.push_back(twice);
  auto made = recipe_of_shared(n);
  holder.copies.emplace_back(*made);
  (*made.get()).size = 4;
  holder.copies.push_back(*made.get());
  (&holder)->more.push_back(made);
  return holder;
}

[[run::autoconvert]] Pair two_recipes(int n) { return Pair{layer(n), layer(n)}; }

// A recipe that looks into a container that it is handed: the shared objects are those of the caller.
using Caches = std::vector<std::shared_ptr<Cache>>;
struct Shelf {
  std::shared_ptr<Cache> first{};
  Caches all{};
};
[[run::autoconvert]] inline Shelf shelf(Caches caches) {
  caches.push_back(caches[0]);
  return {.first = caches[0], .all = caches};
}
[[run::autoconvert]] inline Shelf shelf_of_local(int size) {
  auto cache = std::make_shared<Cache>(Cache{size});
  const Caches caches{cache};
  Shelf made = shelf(caches);
  made.all.push_back(cache);
  cache->size = 8;
  return made;
}
}  // namespace app

#include "sharing-in-copies.run.h"

namespace {

template <class F>
auto counted(F make, int& calls) {
  app::calls = 0;
  auto made = make();
  calls = app::calls;
  return made;
}

template <auto f>
void pairs_agree() {
  int wanted_calls = 0, calls = 0;
  const app::Pair wanted = counted([] { return f(3); }, wanted_calls);
  const auto cfg = run::autoconvert<f>(3);
  const app::Pair built = counted([&] { return app::Pair(run::build(cfg)); }, calls);
  CHECK(calls == wanted_calls);
  CHECK((built.left.cache == built.right.cache) == (wanted.left.cache == wanted.right.cache));
  CHECK(built.left.cache->size == wanted.left.cache->size);
  CHECK(built.right.cache->size == wanted.right.cache->size);
  CHECK(built.left.width == wanted.left.width);
  CHECK(built.right.width == wanted.right.width);
  const auto read = run::from_yaml<app::Pair>(run::to_yaml(cfg));
  CHECK(read == cfg);
  const app::Pair again = counted([&] { return app::Pair(run::build(read)); }, calls);
  CHECK(calls == wanted_calls);
  CHECK((again.left.cache == again.right.cache) == (wanted.left.cache == wanted.right.cache));
}

}  // namespace

int main() {
  pairs_agree<&app::pair>();
  pairs_agree<&app::changed>();
  pairs_agree<&app::of_recipe>();
  pairs_agree<&app::two_recipes>();
  pairs_agree<&app::of_pointee>();

  const app::Shelf shelf = run::build(run::autoconvert<app::shelf_of_local>(3));
  CHECK(shelf.first->size == 8 && shelf.all == app::Caches(3, shelf.first));

  const app::Holder holder = app::of_places(3);
  const app::Holder held = run::build(run::autoconvert<app::of_places>(3));
  CHECK(held.cache->size == holder.cache->size && held.copy.size == holder.copy.size);
  CHECK(held.more.size() == holder.more.size() && held.copies.size() == holder.copies.size());
  for (std::size_t i = 0; i < held.more.size(); ++i) CHECK(held.more[i]->size == holder.more[i]->size);
  for (std::size_t i = 0; i < held.copies.size(); ++i) CHECK(held.copies[i].size == holder.copies[i].size);

  int wanted_calls = 0, calls = 0;
  const app::Stages wanted = counted([] { return app::stages(3); }, wanted_calls);
  const auto cfg = run::autoconvert<app::stages>(3);
  const app::Stages built = counted([&] { return app::Stages(run::build(cfg)); }, calls);
  CHECK(calls == wanted_calls);
  CHECK(built.left.seed == built.right.seed);
  CHECK(built.left.own.size == built.right.own.size);
  CHECK(built.left.caches == built.right.caches);
  CHECK(built.left.caches[1]->size == wanted.left.caches[1]->size);
  CHECK(built.left.own.size == wanted.left.own.size);
  CHECK(run::from_yaml<app::Stages>(run::to_yaml(cfg)) == cfg);

  // Both have what the calls gave by value: the first does not take it away.
  const app::Twins twins = counted([] { return app::twins(3); }, wanted_calls);
  const app::Twins same = counted([] { return app::Twins(run::build(run::autoconvert<app::twins>(3))); }, calls);
  CHECK(calls == wanted_calls);
  CHECK(same.left.name == twins.left.name && same.right.name == twins.right.name);
  CHECK(same.left.cache.size == twins.left.cache.size && same.right.cache.size == twins.right.cache.size);

  for (const auto& [expected, copies] :
       {std::pair(std::make_shared<app::Copies>(app::allocated(3)),
                  std::make_shared<app::Copies>(run::build(run::autoconvert<app::allocated>(3)))),
        std::pair(std::make_shared<app::Copies>(app::allocated_members(3)),
                  std::make_shared<app::Copies>(run::build(run::autoconvert<app::allocated_members>(3))))}) {
    CHECK(copies->own.size == expected->own.size && copies->first->size == expected->first->size);
    CHECK(copies->second->size == expected->second->size && copies->all.size() == expected->all.size());
    CHECK((copies->first == copies->second) == (expected->first == expected->second));
    CHECK((copies->alone == nullptr) == (expected->alone == nullptr));
    for (std::size_t i = 0; i < copies->all.size(); ++i) {
      CHECK(copies->all[i]->size == expected->all[i]->size);
      CHECK((copies->all[i] == copies->second) == (expected->all[i] == expected->second));
      for (std::size_t j = 0; j < i; ++j)
        CHECK((copies->all[i] == copies->all[j]) == (expected->all[i] == expected->all[j]));
    }
  }
  CHECK(run::build<std::shared_ptr<app::Cache>>(run::autoconvert<app::allocated_result>(3))->size == 3);
  return check_result();
}
