// A finished object whose std::function holds a plain function: that is a function, as where a recipe names it, and not
// an object that nothing is known of. So it equals its default, and is written by its name.
#include <run/run.h>

#include <functional>
#include <sstream>
#include <string>

#include "../conformance/samples/check.h"

namespace app {

[[run::configurable]] inline double relu(double x) { return x > 0 ? x : 0; }
[[run::configurable]] inline double same(double x) { return x; }
inline double unnamed(double x) { return -x; }
inline int whole(int x) { return 2 * x; }

struct Layer {
  std::function<double(double)> act = relu;
  std::function<double(double)> other = unnamed;
  std::function<double(double)> cast = whole;  // of another type: it stays the object that it is
  std::function<double(double)> none{};
  int width = 3;
};
struct Model {
  Layer layer = {};
  int depth = 1;
};
[[run::configurable]] inline double apply(Model model = {}, double x = -2) {
  return model.layer.act(x) + model.layer.width;
}

[[run::autoconvert]] Layer layer() { return Layer{.act = same}; }
[[run::autoconvert]] Model model() { return Model{}; }

}  // namespace app

#include "functions-in-objects.run.h"

/// What is set, a line each.
template <class Config>
std::string shown(Config& cfg) {
  std::ostringstream out;
  run::print(cfg, out, {.style = run::PrintOptions::Style::flat, .defaults = false});
  return out.str();
}

int main() {
  // What is set within a default leaves the rest of it unset.
  run::Config<run::Fn<&app::apply>> call;
  call.set("model.layer.width", "5");
  const std::string within = shown(call);
  CHECK(within.find("layer.width = 5") != std::string::npos && within.find("layer.cast") != std::string::npos);
  for (const char* unset : {"layer.act", "layer.other", "layer.none"}) CHECK(within.find(unset) == std::string::npos);
  CHECK(run::build(call) == 5);
  std::ostringstream all;  // what has no name is shown as the source says it
  run::print(call, all, {.style = run::PrintOptions::Style::flat});
  CHECK(all.str().find("layer.act = app::relu  (default)") != std::string::npos);
  CHECK(all.str().find("layer.other = unnamed  (default)") != std::string::npos);
  call.set("model.layer.act", "{_target_: app.same, _call_: false}");
  CHECK(run::build(call) == 3);

  // An object that is set whole.
  auto cfg = run::autoconvert<app::model>();
  app::Layer made;
  made.act = app::same;
  cfg["layer"] = made;
  CHECK(shown(cfg).find("layer.act = app::same\n") != std::string::npos);
  CHECK(shown(cfg).find("layer.other") == std::string::npos);
  CHECK(run::build(cfg).layer.act(-2) == -2 && run::build(cfg).layer.cast(1.5) == 2);
  made.act = [](double x) { return x * 4; };
  cfg["layer"] = made;
  CHECK(run::build(cfg).layer.act(2) == 8);

  // As a recipe says it.
  run::Config<app::Layer> layer({.act = std::function<double(double)>(app::same)});
  CHECK(layer == run::autoconvert<app::layer>());
  CHECK(run::to_yaml(layer) == "_target_: app::Layer\nact:\n  _target_: app::same\n  _call_: false\n");
  CHECK(run::from_yaml<app::Layer>(run::to_yaml(layer)) == layer);
  layer->act = std::function<double(double)>(app::relu);
  CHECK(layer == run::Config<app::Layer>());
  return check_result();
}
