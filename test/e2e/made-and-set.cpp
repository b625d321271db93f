// The law for what functions make and recipes then set: fields, setters, holders, members, copies, partials.
#include <run/run.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

inline int calls = 0;

struct Inner {
  int depth = 1;
  std::string tag = "inner";
  bool operator==(const Inner&) const = default;
};

/// What a factory function fills, and its user changes.
struct Options {
  int threads = 1;
  double rate = 0.5;
  std::string name = "none";
  Inner inner{};
  bool operator==(const Options&) const = default;
  static Options defaults() { return {.threads = 8, .rate = 0.25, .name = "defaults", .inner = {.depth = 3}}; }
};

inline Options of_size(int size) {
  ++calls;
  return {.threads = size, .name = "sized"};
}

/// Abstract, made by its own static function.
class Machine {
 public:
  virtual ~Machine() = default;
  virtual double c() const = 0;
  virtual void setC(double c) = 0;
  void setCapacity(int capacity) { capacity_ = capacity; }
  int capacity() const { return capacity_; }
  static std::shared_ptr<Machine> create(int capacity = 5);
  static std::unique_ptr<Machine> unique();

 private:
  int capacity_ = 0;
};

class Vector final : public Machine {
 public:
  explicit Vector(int capacity) { setCapacity(capacity); }
  double c() const override { return c_; }
  void setC(double c) override { c_ = c; }

 private:
  double c_ = 1;
};
inline std::shared_ptr<Machine> Machine::create(int capacity) { return std::make_shared<Vector>(capacity); }
inline std::unique_ptr<Machine> Machine::unique() { return std::make_unique<Vector>(2); }
inline Machine* raw(int capacity) { return new Vector(capacity); }

class Fluent {
 public:
  Fluent& width(int width) {
    width_ = width;
    return *this;
  }
  int width() const { return width_; }
  Fluent& set_name(std::string name) {
    name_ = std::move(name);
    return *this;
  }
  bool operator==(const Fluent&) const = default;

 private:
  int width_ = 1;
  std::string name_;
};
inline Fluent fluent(int) { return {}; }

/// A smart pointer as libraries write their own.
template <class T>
class Ptr : public std::shared_ptr<T> {
 public:
  using std::shared_ptr<T>::shared_ptr;
  void setC(double) { ++calls; }
};
class Counted {
 public:
  void set_count(int count) { count_ = count; }
  int count() const { return count_; }

 private:
  int count_ = 0;
};
inline Ptr<Counted> counted() { return Ptr<Counted>(new Counted); }

struct Counts {
  Ptr<Counted> a;
  Ptr<Counted> b;
};

[[run::autoconvert]] inline Counts counts(int n) {
  auto made = counted();
  made->set_count(n);
  return Counts{.a = made, .b = made};
}

struct Model {
  std::shared_ptr<Machine> first;
  std::shared_ptr<Machine> second;
  std::unique_ptr<Machine> own;
  Options options{};
  std::vector<Options> more{};
  Fluent fluent{};
};

[[run::autoconvert]] inline Options changed(int threads) {
  auto options = Options::defaults();
  options.threads = threads;
  options.inner.depth = threads + 1;
  options.name = "changed";
  return options;
}

[[run::autoconvert]] inline std::shared_ptr<Machine> machine(double c) {
  auto made = Machine::create();
  made->setC(c);
  made->setCapacity(9);
  return made;
}

[[run::autoconvert]] inline std::shared_ptr<Machine> tuned() {
  auto made = machine(2);
  made->setC(11);
  return made;
}

[[run::autoconvert]] inline Model model(int n) {
  std::shared_ptr<Machine> shared = Machine::create(n);
  shared->setC(n + 0.5);
  auto own = Machine::unique();
  own->setC(7);
  (*own).setCapacity(70);
  Options options = of_size(n);
  options.rate = 2.5;
  Options& same = options;
  same.inner.tag = "tagged";
  options.threads = 3;
  const int threads = options.threads;
  Model model{.first = shared, .second = shared, .own = std::move(own), .options = options, .more = {options, of_size(threads)}};
  model.fluent = fluent(1).width(4).set_name("chained");
  return model;
}

[[run::autoconvert]] inline Model in_members(int n) {
  Model model;
  model.first = Machine::create(n);
  model.first->setC(3);
  model.own = std::unique_ptr<Machine>(raw(6));
  model.options = of_size(n);
  model.options.rate = 1.5;
  model.options.inner.depth = 12;
  return model;
}

[[run::autoconvert(allow_control_flow)]] inline std::vector<Options> in_loop(int n) {
  std::vector<Options> all;
  for (int i = 0; i < n; ++i) {
    auto one = of_size(i);
    one.rate = i;
    if (i % 2 == 0) one.name = "even";
    all.push_back(one);
  }
  return all;
}

}  // namespace app

#include "made-and-set.run.h"

namespace {

void check_models() {
  for (const bool built : {false, true}) {
    const app::Model model = built ? run::build(run::autoconvert<app::model>(4)) : app::model(4);
    CHECK(model.first == model.second);
    CHECK(model.first->c() == 4.5);
    CHECK(model.first->capacity() == 4);
    CHECK(model.own->c() == 7);
    CHECK(model.own->capacity() == 70);
    CHECK((model.options == app::Options{3, 2.5, "sized", {1, "tagged"}}));
    CHECK((model.more == std::vector<app::Options>{{3, 2.5, "sized", {1, "tagged"}}, {3, 0.5, "sized"}}));
    CHECK(model.fluent == app::Fluent().width(4).set_name("chained"));
    const app::Model other = built ? run::build(run::autoconvert<app::in_members>(4)) : app::in_members(4);
    CHECK(other.first->c() == 3);
    CHECK(other.first->capacity() == 4);
    CHECK(other.own->capacity() == 6);
    CHECK((other.options == app::Options{4, 1.5, "sized", {12}}));
  }
}

}  // namespace

int main() {
  const auto changed = run::autoconvert<app::changed>(6);
  CHECK(run::build(changed) == app::changed(6));
  CHECK(run::build(changed) == (app::Options{6, 0.25, "changed", {7}}));

  auto machine = run::autoconvert<app::machine>(2.5);
  for (const auto& made : {app::machine(2.5), run::build<std::shared_ptr<app::Machine>>(machine)}) {
    CHECK(made->c() == 2.5);
    CHECK(made->capacity() == 9);
  }
  // Typed, by path, and what the recipe left alone.
  machine->c = 4.5;
  machine["capacity"] = 3;
  CHECK(run::build<std::shared_ptr<app::Machine>>(machine)->c() == 4.5);
  CHECK(run::build<std::shared_ptr<app::Machine>>(machine)->capacity() == 9);
  CHECK(run::from_yaml<run::Fn<&app::Machine::create>>(run::to_yaml(machine)) == machine);
  CHECK(run::from_yaml<run::Fn<&app::Options::defaults>>(run::to_yaml(changed)) == changed);

  const auto tuned = run::build<std::shared_ptr<app::Machine>>(run::autoconvert<app::tuned>());
  CHECK(tuned->c() == app::tuned()->c());
  CHECK(tuned->capacity() == 9);

  app::calls = 0;
  run::build(run::autoconvert<app::model>(4));
  CHECK(app::calls == 2);
  check_models();
  CHECK(run::build(run::autoconvert<app::in_loop>(5)) == app::in_loop(5));

  const app::Counts counts = run::build(run::autoconvert<app::counts>(4));
  CHECK(counts.a == counts.b);
  CHECK(counts.a->count() == 4);

  // A call of the rest: the settings hold for each call.
  auto later = run::partial<&app::of_size>();
  later->rate = 9.5;
  CHECK((run::build(later)(2) == app::Options{2, 9.5, "sized"}));
  return check_result();
}
