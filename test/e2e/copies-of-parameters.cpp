// The law for copies of what a recipe is handed in: an object of its own, whether that is a configuration, one that is
// shared, or a finished object; and for *p of it, a reference to that very object where a function takes one.
#include <run/run.h>

#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"
namespace app {
struct Layer {
  int width = 1;
  bool operator==(const Layer&) const = default;
};
struct Net {
  std::shared_ptr<Layer> kept{};
  std::shared_ptr<Layer> copied{};
};
struct Head {
  Layer own{};
  std::shared_ptr<Layer> kept{};
};

class Shape {
 public:
  virtual ~Shape() = default;
  virtual int area() const = 0;
};
class Square : public Shape {
 public:
  explicit Square(int side) : side_(side) {}
  int area() const override { return side_ * side_; }

 private:
  int side_;
};
class Named {
 public:
  explicit Named(int number = 1) : number_(number) {}
  Named(const Named&) = default;
  virtual ~Named() = default;
  virtual int kind() const { return number_; }

 protected:
  int number_;
};
class Special : public Named {
 public:
  Special() : Named(4) {}
  int kind() const override { return 100 + number_; }
};
struct Info {
  int number = 0;
  bool operator==(const Info&) const = default;
};
struct Held {
  Layer own{};
  std::optional<Layer> maybe{};
  std::variant<int, Layer> other{};
  std::unique_ptr<Layer> owned{};
  std::shared_ptr<Layer> kept{};
};
inline Info area_of(const Shape& shape) { return Info{shape.area()}; }
inline Info kind_of(const Named& named) { return Info{named.kind()}; }
inline Info kind_of_copy(Named named) { return Info{named.kind()}; }
inline Layer wider(const Layer& layer) { return Layer{layer.width + 1}; }

[[run::autoconvert]] Net of_shared(std::shared_ptr<Layer> l) {
  return Net{.kept = l, .copied = std::make_shared<Layer>(*l)};
}
[[run::autoconvert]] Net of_reference(const Layer& l) {
  return Net{.kept = std::make_shared<Layer>(l), .copied = std::make_shared<Layer>(l)};
}
[[run::autoconvert]] Net of_const(std::shared_ptr<const Layer> l) {
  auto copied = std::make_shared<Layer>(*l);
  return Net{.kept = std::make_shared<Layer>(*l), .copied = copied};
}
[[run::autoconvert]] Net of_unique(std::unique_ptr<Layer> l) {
  return Net{.kept = std::make_shared<Layer>(*l), .copied = std::move(l)};
}
[[run::autoconvert]] std::vector<std::shared_ptr<Layer>> listed(const std::shared_ptr<Layer>& l) {
  std::vector<std::shared_ptr<Layer>> layers{l, std::make_shared<Layer>(*l)};
  layers.push_back(std::make_shared<Layer>(*l));
  return layers;
}

[[run::autoconvert]] Head by_value(std::shared_ptr<Layer> l) { return Head{.own = *l, .kept = l}; }
[[run::autoconvert]] Head of_owned(std::unique_ptr<Layer> l) { return Head{.own = *l, .kept = std::move(l)}; }
[[run::autoconvert]] std::vector<Layer> elements(std::shared_ptr<Layer> l) {
  std::vector<Layer> layers{*l, Layer{2}};
  layers.push_back(*l);
  return layers;
}
[[run::autoconvert]] Layer called(const std::shared_ptr<Layer>& l) { return wider(*l); }
[[run::autoconvert]] Info area(std::shared_ptr<Shape> shape) { return area_of(*shape); }
[[run::autoconvert]] Info kind(std::shared_ptr<Named> named) { return kind_of(*named); }
[[run::autoconvert]] Info kind_of_base(std::shared_ptr<Special> special) { return kind_of(*special); }
[[run::autoconvert]] Info kind_of_slice(std::shared_ptr<Named> named) { return kind_of_copy(*named); }
[[run::autoconvert]] Info kind_of_reference(const Special& special) { return kind_of(special); }
[[run::autoconvert]] Info kind_of_sliced(const Special& special) { return kind_of_copy(special); }

// Elements of what is handed in are passed on as they are: to members that are assigned, too.
struct Stack {
  std::shared_ptr<Layer> first{};
  std::vector<std::shared_ptr<Layer>> all{};
};
[[run::autoconvert]] Stack passed_on(std::vector<std::shared_ptr<Layer>> layers) {
  Stack stack;
  stack.first = layers[0];
  stack.all.push_back(layers[0]);
  stack.all.push_back(layers[1]);
  return stack;
}
[[run::autoconvert(allow_control_flow)]] Stack in_turn(const std::vector<std::shared_ptr<Layer>>& layers) {
  Stack stack;
  for (const auto& layer : layers) {
    stack.first = layer;
    stack.all.push_back(layer);
  }
  return stack;
}
// An element that has a name, and is passed on.
[[run::autoconvert]] inline Stack by_name(const std::vector<std::shared_ptr<Layer>>& layers) {
  auto first = layers[0];
  std::shared_ptr<Layer> last = layers.back();
  Stack stack;
  stack.first = first;
  stack.all = {first, last, first};
  stack.all.push_back(std::move(last));
  return stack;
}
// What *p was when it was copied, whatever becomes of it.
[[run::autoconvert]] inline Held held(std::shared_ptr<Layer> layer) {
  Held held{.own = *layer, .kept = layer};
  held.maybe = *layer;
  held.other = *layer;
  held.owned = std::make_unique<Layer>(*layer);
  return held;
}
[[run::autoconvert]] inline Held held_and_changed(int width) {
  auto layer = std::make_shared<Layer>(Layer{width});
  Held all = held(layer);
  layer->width = 9;
  return all;
}
[[run::autoconvert]] inline Held taken(std::unique_ptr<Layer> layer) {
  Held held;
  held.own = *layer;
  held.owned = std::move(layer);
  return held;
}
}  // namespace app

#include "copies-of-parameters.run.h"

static bool are_two(const app::Net& net) {
  return net.kept != net.copied && net.kept->width == 4 && net.copied->width == 4;
}

int main() {
  const auto layer = std::make_shared<app::Layer>(app::Layer{4});
  const run::Config<app::Layer> config({.width = 4});
  const run::Shared<app::Layer> shared(config);

  CHECK(are_two(run::build(run::autoconvert<app::of_shared>(layer))));
  CHECK(run::build(run::autoconvert<app::of_shared>(layer)).kept == layer);
  CHECK(are_two(run::build(run::autoconvert<app::of_shared>(config))));
  CHECK(are_two(run::build(run::autoconvert<app::of_shared>(shared))));
  CHECK(are_two(run::build(run::autoconvert<app::of_reference>(*layer))));
  CHECK(are_two(run::build(run::autoconvert<app::of_reference>(config))));
  CHECK(are_two(run::build(run::autoconvert<app::of_reference>(shared))));
  CHECK(are_two(run::build(run::autoconvert<app::of_const>(layer))));
  CHECK(are_two(run::build(run::autoconvert<app::of_const>(shared))));
  CHECK(are_two(run::build(run::autoconvert<app::of_unique>(std::make_unique<app::Layer>(*layer)))));
  CHECK(are_two(run::build(run::autoconvert<app::of_unique>(config))));
  for (const auto& layers : {run::build(run::autoconvert<app::listed>(layer)),
                             run::build(run::autoconvert<app::listed>(shared)), app::listed(layer)}) {
    CHECK(layers[0] != layers[1] && layers[1] != layers[2] && layers[0] != layers[2]);
    CHECK(*layers[0] == *layer && *layers[1] == *layer && *layers[2] == *layer);
  }

  for (const app::Head& head :
       {run::build(run::autoconvert<app::by_value>(layer)), run::build(run::autoconvert<app::by_value>(shared)),
        run::build(run::autoconvert<app::of_owned>(std::make_unique<app::Layer>(*layer)))})
    CHECK(head.own == *layer && *head.kept == *layer);
  CHECK(run::build(run::autoconvert<app::elements>(layer)) == app::elements(layer));
  CHECK(run::build(run::autoconvert<app::elements>(config)) == app::elements(layer));
  CHECK(run::build<app::Layer>(run::autoconvert<app::called>(layer)) == app::called(layer));
  const auto special = std::make_shared<app::Special>();
  CHECK(run::build<app::Info>(run::autoconvert<app::area>(std::make_shared<app::Square>(3))).number == 9);
  CHECK(run::build<app::Info>(run::autoconvert<app::kind>(special)) == app::kind(special));
  CHECK(run::build<app::Info>(run::autoconvert<app::kind_of_base>(special)) == app::kind_of_base(special));
  CHECK(run::build<app::Info>(run::autoconvert<app::kind_of_slice>(special)) == app::kind_of_slice(special));
  CHECK(run::build<app::Info>(run::autoconvert<app::kind_of_reference>(*special)) == app::kind_of_reference(*special));
  CHECK(run::build<app::Info>(run::autoconvert<app::kind_of_sliced>(*special)) == app::kind_of_sliced(*special));
  const std::vector<std::shared_ptr<app::Layer>> layers{layer, std::make_shared<app::Layer>(*layer)};
  const app::Stack finished = run::build(run::autoconvert<app::passed_on>(layers));
  CHECK(finished.first == layer && finished.all == layers);
  const app::Stack last = run::build(run::autoconvert<app::in_turn>(layers));
  CHECK(last.first == layers[1] && last.all == layers);
  run::Config<std::vector<std::shared_ptr<app::Layer>>> configs;
  configs.push_back(config);
  configs.push_back(shared);
  const app::Stack made = run::build(run::autoconvert<app::passed_on>(configs));
  CHECK(made.first == made.all[0] && made.all[0] != made.all[1] && *made.first == *layer);
  const auto is_by_name = [](const app::Stack& stack) {
    return stack.all.size() == 4 && stack.first == stack.all[0] && stack.first == stack.all[2] &&
           stack.all[1] == stack.all[3] && stack.first != stack.all[1];
  };
  CHECK(is_by_name(app::by_name(layers)));
  const app::Stack named = run::build(run::autoconvert<app::by_name>(layers));
  CHECK(is_by_name(named) && named.first == layers[0]);
  CHECK(is_by_name(run::build(run::autoconvert<app::by_name>(configs))));
  const app::Stack turned = run::build(run::autoconvert<app::in_turn>(configs));
  CHECK(turned.first == turned.all[1] && turned.all[0] != turned.all[1]);
  const auto widths = [](const app::Held& held) {
    return std::vector<int>{held.own.width, held.maybe ? held.maybe->width : 0,
                            held.other.index() == 1 ? std::get<1>(held.other).width : 0, held.owned->width,
                            held.kept ? held.kept->width : 0};
  };
  for (const auto& held : {widths(run::build(run::autoconvert<app::held>(layer))),
                           widths(run::build(run::autoconvert<app::held>(shared)))})
    CHECK(held == widths(app::held(layer)));
  CHECK(widths(run::build(run::autoconvert<app::held_and_changed>(3))) == widths(app::held_and_changed(3)));
  CHECK(widths(run::build(run::autoconvert<app::taken>(std::make_unique<app::Layer>(*layer)))) ==
        widths(app::taken(std::make_unique<app::Layer>(*layer))));
  CHECK(widths(run::build(run::autoconvert<app::taken>(config))) ==
        widths(app::taken(std::make_unique<app::Layer>(*layer))));
  return check_result();
}
