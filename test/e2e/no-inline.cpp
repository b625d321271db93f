// A call of a recipe with no_inline is a node: built, it calls the recipe; inlined, it is the recipe's configuration.
#include <run/run.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

inline int calls = 0;

class Layer {
 public:
  explicit Layer(int width, std::string name = "layer") : width_(width), name_(std::move(name)) {}
  bool operator==(const Layer&) const = default;

 private:
  int width_;
  std::string name_;
};

struct Model {
  std::unique_ptr<Layer> first;
  Layer last;
  std::vector<Layer> rest;
};

inline int cores() { return 4 + ++calls; }

[[run::autoconvert(no_inline)]] Layer layer(int width, const std::string& name = "x" + std::to_string(1)) {
  return Layer(width * 2, name);
}

[[run::autoconvert(no_inline)]] Layer plain(int width, [[maybe_unused]] const std::string& label = "label") {
  return Layer(width);
}

[[run::autoconvert(no_inline)]] std::vector<Layer> stack(const Layer& base, int n = 3) {
  std::vector<Layer> layers;
  layers.push_back(base);
  layers.push_back(Layer(n));
  return layers;
}

[[run::autoconvert]] Model model(int n) {
  return Model{.first = std::make_unique<Layer>(n), .last = layer(n, "last"), .rest = stack(Layer(n + 1))};
}

[[run::autoconvert]] Layer by_cores() { return layer(cores()); }

}  // namespace app

#include "no-inline.run.h"

namespace {

bool same(const app::Model& a, const app::Model& b) {
  return *a.first == *b.first && a.last == b.last && a.rest == b.rest;
}

template <class F>
std::string error_of(F what) {
  try {
    what();
  } catch (const run::Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

int main() {
  auto cfg = run::autoconvert<app::model>(5);
  CHECK(same(run::build(cfg), app::model(5)));
  CHECK(run::to_yaml(cfg).find("_target_: app::layer") != std::string::npos);
  CHECK(run::from_yaml<app::Model>(run::to_yaml(cfg)) == cfg);

  run::inline_recipe(cfg->last);
  CHECK(cfg["last"]["width"].as<int>() == 10);
  CHECK(cfg->last->name == "last");
  run::inline_recipe(cfg["rest"]);
  CHECK(cfg["rest"].size() == 2);
  CHECK(same(run::build(cfg), app::model(5)));
  CHECK(run::from_yaml<app::Model>(run::to_yaml(cfg)) == cfg);

  // On its own, and with arguments that the call leaves to their defaults.
  const auto call = run::config<&app::layer>({.width = 3});
  const run::Config<app::Layer> inlined = run::inline_recipe(call);
  CHECK(app::Layer(run::build(inlined)) == app::layer(3));
  CHECK(app::Layer(run::build(run::autoconvert<app::layer>(3))) == app::layer(3));

  // Defaults that were asked for were those of the call.
  auto other = run::autoconvert<app::model>(5);
  other["last"] = run::config<&app::plain>({.width = 7});
  CHECK(other["last"]["label"].as<std::string>() == "label");
  run::inline_recipe(other["last"]);
  CHECK(other["last"]["name"].as<std::string>() == "layer");

  // What cannot be inlined stays as it was.
  CHECK(error_of([&] { run::inline_recipe(cfg->first); }).find("first: expected a call of a recipe") == 0);
  auto counted = run::autoconvert<app::by_cores>();
  CHECK(error_of([&] { (void)run::inline_recipe(counted); }).find("width: the recipe needs its value") == 0);
  app::calls = 0;
  CHECK(app::Layer(run::build(counted)) == app::layer(5));
  return check_result();
}
