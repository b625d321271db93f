// Smart pointers and optionals that begin empty and are assigned later, in branches and loops as well; questions
// whether they hold something; pointers to locals.
#include <run/run.h>

#include <cassert>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"
#include "layers.h"

namespace app {

class Engine {
 public:
  virtual ~Engine() = default;
  virtual int id() const = 0;
};
class Diesel : public Engine {
 public:
  explicit Diesel(int power = 100) : power_(power) {}
  void set_color(int color) { color_ = color; }
  int id() const override { return power_ + color_ + gears; }
  int gears = 5;

 private:
  int power_;
  int color_ = 0;
};
class Gas : public Engine {
 public:
  explicit Gas(int power) : power_(power) {}
  int id() const override { return -power_; }

 private:
  int power_;
};
enum class Fuel { gas, diesel, other };

inline std::unique_ptr<Engine> make_gas(int power) { return std::make_unique<Gas>(power); }
inline Engine* new_gas(int power) { return new Gas(power); }

struct Car {
  std::unique_ptr<Engine> own{};
  std::shared_ptr<Engine> left{};
  std::shared_ptr<const Engine> right{};
  std::optional<Cache> cache{};
  std::optional<Layer> layer{};
  std::vector<std::shared_ptr<Engine>> spare{};
};

int id(const Engine* engine) { return engine == nullptr ? 99 : engine->id(); }
bool same_car(const Car& a, const Car& b) {
  bool is_same = id(a.own.get()) == id(b.own.get()) && id(a.left.get()) == id(b.left.get()) &&
                 id(a.right.get()) == id(b.right.get()) && (a.left == a.right) == (b.left == b.right) &&
                 a.cache == b.cache && a.layer == b.layer && a.spare.size() == b.spare.size();
  for (std::size_t i = 0; i < a.spare.size(); ++i) is_same = is_same && id(a.spare[i].get()) == id(b.spare[i].get());
  return is_same;
}

[[run::autoconvert]] Car unique(int n) {
  std::unique_ptr<Diesel> engine;
  engine = std::make_unique<Diesel>(n);
  engine->gears = 7;
  engine->set_color(n);
  Car car;
  car.own = std::move(engine);
  return car;
}

[[run::autoconvert]] Car shared(int n) {
  std::shared_ptr<Engine> engine = nullptr, other{};
  engine = std::make_shared<Diesel>(n);
  Car car{.left = engine, .right = engine};
  car.spare.push_back(other);
  engine = std::make_shared<Gas>(n);
  car.spare.push_back(engine);
  engine = nullptr;
  car.spare.push_back(engine);
  engine.reset();
  return car;
}

[[run::autoconvert]] std::unique_ptr<Engine> returned(int n) {
  std::unique_ptr<Engine> engine{nullptr};
  engine = std::make_unique<Gas>(n);
  return engine;
}

[[run::autoconvert]] Car by_function(int n) {
  std::unique_ptr<Engine> own;
  own = make_gas(n);
  std::shared_ptr<Engine> left;
  left.reset(new_gas(n + 1));
  return Car{.own = std::move(own), .left = left, .right = left};
}

[[run::autoconvert(allow_control_flow)]] Car branches(int n) {
  std::unique_ptr<Engine> own;
  std::shared_ptr<Engine> left;
  if (n == 0) return Car{.left = left};
  if (n > 3) {
    own = std::make_unique<Diesel>(n);
  } else if (n > 1) {
    own = std::make_unique<Gas>(n);
    left = std::make_shared<Gas>(n);
    return Car{.own = std::move(own), .left = left, .right = left};
  } else {
    own = make_gas(5);
  }
  return Car{.own = std::move(own), .left = left};
}

[[run::autoconvert(allow_control_flow)]] std::unique_ptr<Engine> cases(Fuel fuel, int n) {
  std::unique_ptr<Engine> engine;
  switch (fuel) {
    case Fuel::gas:
      engine = std::make_unique<Gas>(n);
      break;
    case Fuel::diesel: {
      auto diesel = std::make_unique<Diesel>(n);
      diesel->gears = n;
      engine = std::move(diesel);
      break;
    }
    default:
      engine = std::make_unique<Diesel>();
      break;
  }
  return engine;
}

[[run::autoconvert(allow_control_flow)]] Car loop(int n) {
  Car car;
  std::shared_ptr<Engine> engine;
  for (int i = 0; i < n; ++i) {
    engine = std::make_shared<Gas>(i);
    car.spare.push_back(engine);
  }
  return car;
}

[[run::autoconvert]] Car optionals(int n) {
  std::optional<Cache> cache;
  cache = Cache{.size = n};
  cache->exclusive = true;
  (*cache).size += 1;
  cache.value().size *= 2;
  std::optional<Cache> other = std::nullopt;
  other.emplace();
  auto& inner = *other;
  inner.size = cache->size + 1;
  *other = Cache{.size = other->size};
  std::optional<Layer> layer;
  layer.emplace(n, 0.5);
  Car car;
  car.cache = *other;
  car.layer = std::move(layer);
  return car;
}

[[run::autoconvert]] Car optional_left(int n) {
  std::optional<Cache> cache;
  cache.emplace();
  cache->size = n;
  cache.reset();
  Car car;
  car.cache = cache;
  return car;
}

// What members and elements hold can be nothing, too.
[[run::autoconvert]] Car copied(int n) {
  Car car;
  auto nothing = car.left;
  car.left = std::make_shared<Gas>(n);
  std::shared_ptr<Engine> something = car.left;
  car.left = nullptr;
  auto left = car.left;
  Car other{.left = something, .right = nothing};
  other.spare.push_back(left);
  other.spare.push_back(something);
  auto last = other.spare[0];
  nothing = other.spare.back();
  other.spare.push_back(last);
  other.spare.push_back(nothing);
  return other;
}

[[run::autoconvert(allow_control_flow)]] Car chosen(int n, std::shared_ptr<Engine> given = nullptr) {
  Car car{.own = n > 1 ? std::make_unique<Gas>(n) : nullptr, .left = n > 2 ? given : std::make_shared<Diesel>(n)};
  auto shared = n > 1 ? std::make_shared<Gas>(n) : nullptr;
  car.right = shared;
  car.spare.push_back(shared);
  car.spare.push_back(n > 2 ? shared : n > 0 ? std::make_shared<Gas>(2 * n) : nullptr);
  car.cache = n > 1 ? std::optional<Cache>(Cache{.size = n}) : std::nullopt;
  car.layer = n > 1 ? std::nullopt : std::make_optional<Layer>(n, 0.5);
  return car;
}

[[run::autoconvert(allow_control_flow)]] std::optional<Cache> perhaps(int n) {
  return n > 1 ? std::optional<Cache>(Cache{.size = n}) : std::nullopt;
}

[[run::autoconvert(allow_control_flow)]] Car asked(int n) {
  auto engine = std::make_unique<Diesel>(n);
  std::shared_ptr<Engine> left;
  Car car{.cache = Cache{.size = n}};
  if (engine && engine != nullptr) car.cache->size += 1;
  if (!engine || nullptr == engine || left) car.cache->exclusive = true;
  if (left == nullptr) car.cache->size *= 2;
  car.own = std::move(engine);
  return car;
}

[[run::autoconvert(allow_control_flow)]] Car members_asked(int n) {
  Car car{.left = std::make_shared<Gas>(n)};
  std::optional<Cache> cache = Cache{.size = n};
  car.own = std::make_unique<Diesel>(n);
  car.cache = cache;
  assert(car.own && car.left != nullptr && cache);
  if (car.cache.has_value() && nullptr != car.own) car.cache->size += 1;
  if (!car.cache || !cache.has_value() || car.left == nullptr) car.cache->size *= 2;
  Car copy{.own = std::make_unique<Gas>(n), .right = car.left, .cache = car.cache};
  if (copy.own) copy.cache->size *= 3;
  return copy;
}

[[run::autoconvert]] Car pointed(int n) {
  Diesel diesel(n);
  Diesel* pointer = &diesel;
  pointer->set_color(n);
  (*pointer).gears = 1;
  auto engine = std::make_unique<Diesel>(*pointer);
  auto* const raw = engine.get();
  raw->gears += pointer->gears;
  Car car;
  auto* itself = &car;
  itself->own = std::move(engine);
  itself->cache = Cache{};
  Cache* cache = &*car.cache;
  cache->size = n;
  car.left = std::make_shared<Diesel>(diesel);
  return std::move(*itself);
}

[[run::autoconvert]] Car chained(int n) {
  std::shared_ptr<Engine> left, right;
  left = right = std::make_shared<Gas>(n);
  Cache first, second;
  first = second = Cache{.size = n};
  first.size += 1;
  return Car{.left = left, .right = right, .cache = first, .layer = Layer(second.size)};
}

[[run::autoconvert]] Car moved_out(int n) {
  Car car;
  car.cache = Cache{.size = n};
  auto own = std::move(car.own);
  car.left = std::make_shared<Gas>(n);
  return Car{.own = std::move(own), .left = std::move(car.left), .cache = std::move(car.cache)};
}

[[run::autoconvert(allow_control_flow)]] Car perhaps_moved_out(int n) {
  Car car;
  if (n > 1) car.own = std::make_unique<Diesel>(n);
  std::unique_ptr<Engine> own = std::move(car.own);
  if (n == 1) own = std::make_unique<Gas>(n);
  Car other;
  other.own = std::move(own);
  return other;
}

[[run::autoconvert(allow_control_flow)]] Car done_once(int n) {
  std::shared_ptr<Engine> left;
  std::unique_ptr<Engine> own;
  do {
    left = std::make_shared<Gas>(n);
    own = std::make_unique<Diesel>(n);
    if (n == 3) break;
    if (n == 5) continue;
    own = std::make_unique<Gas>(n);
  } while (--n > 2);
  return Car{.own = std::move(own), .left = left};
}

}  // namespace app

#include "declared-empty.run.h"

template <auto f, class... A>
void law(A... arguments) {
  CHECK(app::same_car(run::build(run::autoconvert<f>(arguments...)), f(arguments...)));
}

int main() {
  law<&app::unique>(3);
  law<&app::shared>(3);
  law<&app::by_function>(3);
  for (const int n : {0, 1, 2, 4}) law<&app::branches>(n);
  law<&app::loop>(3);
  law<&app::optionals>(3);
  law<&app::optional_left>(3);
  law<&app::copied>(3);
  law<&app::asked>(3);
  law<&app::members_asked>(3);
  law<&app::pointed>(3);
  law<&app::chained>(3);
  law<&app::moved_out>(3);
  for (const int n : {0, 1, 2}) law<&app::perhaps_moved_out>(n);
  for (const int n : {2, 3, 5, 7}) law<&app::done_once>(n);
  for (const int n : {0, 1, 2, 3}) law<&app::chosen>(n, nullptr);
  law<&app::chosen>(3, std::make_shared<app::Gas>(7));
  for (const int n : {1, 2}) CHECK(run::build(run::autoconvert<app::perhaps>(n)) == app::perhaps(n));
  CHECK(run::build<std::unique_ptr<app::Engine>>(run::autoconvert<app::returned>(3))->id() == app::returned(3)->id());
  for (const app::Fuel fuel : {app::Fuel::gas, app::Fuel::diesel, app::Fuel::other})
    CHECK(run::build<std::unique_ptr<app::Engine>>(run::autoconvert<app::cases>(fuel, 3))->id() ==
          app::cases(fuel, 3)->id());
  return check_result();
}
