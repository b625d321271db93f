// std::bind_front of a member function: with an object of its own, and with one that others hold, too; and objects with
// a call operator where a std::function is wanted.
#include <run/run.h>

#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace app {

struct Cache {
  int size = 1;
};

class Layer {
 public:
  explicit Layer(double by) : by_(by) {}
  virtual ~Layer() = default;
  double scaled(double x) const noexcept { return by_ * x; }
  double cached(double x, const Cache& cache) const { return by_ * x + cache.size; }
  virtual double shown(double x) const { return x; }
  Layer times(int n) const { return Layer(by_ * n); }
  double next() { return by_++; }
  void note(const std::string& text) { log += text; }
  template <class T>
  double as(T x) const {
    return by_ * static_cast<double>(x);
  }
  double by() const { return by_; }
  std::string log;

 private:
  double by_;
};

class Deep : public Layer {
 public:
  explicit Deep(double by) : Layer(by) {}
  double shown(double x) const override { return 100 * x; }
};

struct Scale {
  double by = 1;
  double operator()(double x) const { return by * x; }
};

using Map = std::function<double(double)>;
struct Server {
  Map map{};
  std::function<double()> next{};
  std::function<void(const std::string&)> note{};
  std::shared_ptr<Layer> layer{};
  std::map<std::string, Map> named{};
  std::vector<Map> listed{};
};
class Box {
 public:
  explicit Box(Map map) : map_(std::move(map)) {}
  void set_map(Map map) { map_ = std::move(map); }
  double call(double x) const { return map_(x); }

 private:
  Map map_;
};

inline void note_in(std::shared_ptr<Layer> layer, const std::string& text) { layer->note(text); }

[[run::autoconvert]] Server own() { return Server{.map = std::bind_front(&Layer::scaled, Layer(3))}; }

[[run::autoconvert]] Server copied() {
  Layer layer(4);
  Server made;
  made.map = std::bind_front(&Layer::scaled, layer);
  made.named["a"] = std::bind_front(&Layer::as<double>, layer);
  made.listed.push_back(std::bind_front(&Layer::scaled, Layer(5)));
  return made;
}

[[run::autoconvert]] Server shared() {
  auto layer = std::make_shared<Layer>(4);
  Server made{.next = std::bind_front(&Layer::next, layer), .layer = layer};
  made.note = std::bind_front(&Layer::note, layer);
  return made;
}

[[run::autoconvert]] Server noted() {
  auto layer = std::make_shared<Layer>(4);
  return Server{.note = std::bind_front(&note_in, layer), .layer = layer};
}

[[run::autoconvert]] Server derived() {
  auto deep = std::make_shared<Deep>(4);
  Server made{.map = std::bind_front(&Layer::shown, deep), .layer = deep};
  made.listed = {std::bind_front(&Layer::shown, Deep(2)), std::bind_front(&Deep::scaled, Deep(7))};
  return made;
}

[[run::autoconvert]] std::function<double(Cache)> cached() {
  return std::bind_front(&Layer::cached, std::make_shared<Layer>(2), 3);
}

[[run::autoconvert]] auto times(int n) { return std::bind_front(&Layer::times, Layer(2), n); }

[[run::autoconvert]] Server called(double by) {
  Scale scale{.by = by};
  Server made{.map = Scale{.by = 3}};
  made.named["a"] = scale;
  made.listed.push_back(scale);
  made.listed.emplace_back(Scale{.by = 4});
  return made;
}

[[run::autoconvert]] Box boxed() {
  Box box(Scale{.by = 2});
  box.set_map(Scale{.by = 5});
  return box;
}

[[run::autoconvert]] Map itself() { return Scale{.by = 6}; }

}  // namespace app

#include "bind-front-members.run.h"

namespace {

int failures = 0;

void check(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  ++failures;
}

template <class C>
app::Server read_again(const C& config) {
  return run::build(run::from_yaml<app::Server>(run::to_yaml(config)));
}

}  // namespace

int main() {
  check(read_again(run::autoconvert<app::own>()).map(2) == app::own().map(2), "an object of its own");
  auto own = run::autoconvert<app::own>();
  own["map"]["object"]["by"] = 10.0;
  check(run::build(own).map(2) == 20, "that is changed");
  own["map"]["object"] = nullptr;
  std::string error;
  try {
    run::build(own).map(2);
  } catch (const run::BuildError& thrown) {
    error = thrown.what();
  }
  check(!error.empty(), "none at all");

  const auto copied = read_again(run::autoconvert<app::copied>());
  check(copied.map(2) == app::copied().map(2), "a copy");
  check(copied.named.at("a")(2) == app::copied().named.at("a")(2), "an instance of a template");
  check(copied.listed.at(0)(2) == app::copied().listed.at(0)(2), "in a list");

  for (const auto& [config, plain] :
       {std::pair{run::autoconvert<app::shared>(), app::shared()}, std::pair{run::autoconvert<app::noted>(), app::noted()}}) {
    const app::Server built = read_again(config);
    for (const app::Server& one : {built, plain}) {
      if (one.next) check(one.next() == 4 && one.next() == 5, "the object that others hold");
      one.note("a");
      one.note("b");
    }
    check(built.layer->log == "ab" && built.layer->log == plain.layer->log, "what gives nothing");
    check(built.layer->by() == plain.layer->by(), "one object");
  }

  const auto derived = read_again(run::autoconvert<app::derived>());
  check(derived.map(2) == app::derived().map(2), "of a class derived from it");
  check(derived.listed.at(0)(2) == app::derived().listed.at(0)(2), "and its copy");
  check(derived.listed.at(1)(2) == app::derived().listed.at(1)(2), "of a base");

  check(run::build(run::autoconvert<app::cached>())(app::Cache{2}) == app::cached()(app::Cache{2}), "arguments");
  check(run::build(run::autoconvert<app::times>(3))().by() == app::times(3)().by(), "the callable itself");

  const auto called = read_again(run::autoconvert<app::called>(7));
  check(called.map(2) == app::called(7).map(2), "an object that is called");
  check(called.named.at("a")(2) == app::called(7).named.at("a")(2), "in a map");
  check(called.listed.at(0)(2) == 14 && called.listed.at(1)(2) == 8, "added");
  check(run::build(run::autoconvert<app::boxed>()).call(2) == app::boxed().call(2), "by a setter");
  check(run::build(run::autoconvert<app::itself>())(2) == app::itself()(2), "as the result");
  return failures;
}
