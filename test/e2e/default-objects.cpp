// Parameters that are configurations by default: objects by value, by reference and in pointers, containers, what
// functions and other recipes give; what cannot be configured stays a finished object.
#include <run/run.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace shop {

constexpr int kWidth = 4;

struct Layer {
  int width = 1;
  double dropout = 0.5;
  bool operator==(const Layer&) const = default;
};

class Rule {
 public:
  virtual ~Rule() = default;
  virtual double rate() const = 0;
};

class Fixed : public Rule {
 public:
  explicit Fixed(double rate, std::string name = "fixed") : rate_(rate), name_(std::move(name)) {}
  double rate() const override { return rate_; }
  const std::string& name() const { return name_; }

 private:
  double rate_;
  std::string name_;
};

struct Model {
  std::vector<Layer> layers{};
  std::shared_ptr<Rule> rule{};
  std::shared_ptr<Rule> again{};
  std::unique_ptr<Rule> own{};
  std::optional<Layer> last{};
  std::function<int(int)> scale{};
};

inline int calls = 0;
inline Layer counted(int width) { return Layer{.width = width, .dropout = ++calls + 0.5}; }

[[run::autoconvert]] inline Layer wide(int factor = 2) { return Layer{.width = kWidth * factor}; }

[[run::autoconvert]] Model model(Layer first = Layer{.width = 3}, const Layer& second = {5, 0.25},
                                 std::shared_ptr<Rule> rule = std::make_shared<Fixed>(0.1),
                                 std::unique_ptr<Rule> own = std::make_unique<Fixed>(kWidth * 0.5, "own"),
                                 std::optional<Layer> last = Layer{.width = kWidth}) {
  return Model{.layers = {first, second}, .rule = rule, .again = rule, .own = std::move(own), .last = last};
}

[[run::autoconvert]] Model listed(std::vector<Layer> layers = {Layer{1}, {2}, wide()}, Layer more = wide(3)) {
  layers.push_back(more);
  Model model;
  model.layers = layers;
  return model;
}

// One call, two copies of what it gives.
[[run::autoconvert]] Model twice(Layer layer = counted(7)) { return Model{.layers = {layer, layer}}; }

// Two objects of their own, as a local that is used twice.
[[run::autoconvert]] Model two(Layer layer = Layer{.width = 12}) { return Model{.layers = {layer, layer}}; }

// Nothing is there by default, a value is, a finished object is: the member of one.
inline const Model kModel{.layers = {Layer{9}}};
[[run::autoconvert]] Model others(std::shared_ptr<Rule> rule = nullptr, int width = kWidth,
                                  Layer finished = kModel.layers.front()) {
  return Model{.layers = {Layer{width}, finished}, .rule = rule};
}

struct Factory {
  static constexpr int kSize = 6;
  [[run::autoconvert]] static Model make(Layer layer = Layer{.width = kSize}) { return Model{.layers = {layer}}; }
};

[[run::autoconvert]] Model by_call() { return model(Layer{.width = 8}); }

Model declared_first(Layer layer = Layer{.width = 11});
[[run::autoconvert]] Model declared_first(Layer layer) { return Model{.layers = {layer}}; }

bool same(const Model& a, const Model& b) {
  const auto rate = [](const auto& rule) { return rule ? rule->rate() : -1; };
  return a.layers == b.layers && rate(a.rule) == rate(b.rule) && (a.rule == a.again) == (b.rule == b.again) &&
         rate(a.own) == rate(b.own) && a.last == b.last;
}

}  // namespace shop

#include "default-objects.run.h"

using run::autoconvert;
using run::build;

int main() {
  CHECK(shop::same(build(autoconvert<shop::model>()), shop::model()));
  CHECK(shop::same(build(autoconvert<shop::model>(shop::Layer{2})), shop::model(shop::Layer{2})));
  CHECK(shop::same(build(autoconvert<shop::listed>()), shop::listed()));
  CHECK(shop::same(build(autoconvert<shop::others>()), shop::others()));
  CHECK(shop::same(build(autoconvert<shop::Factory::make>()), shop::Factory::make()));
  CHECK(shop::same(build(autoconvert<shop::by_call>()), shop::by_call()));
  CHECK(shop::same(build(autoconvert<shop::declared_first>()), shop::declared_first()));

  auto twice = autoconvert<shop::twice>();
  shop::calls = 0;
  const shop::Model built = build(twice);
  CHECK(shop::calls == 1 && built.layers[0] == built.layers[1] && built.layers[0].width == 7);

  auto cfg = autoconvert<shop::model>();
  cfg->layers[0]->width = 30;
  cfg["rule.rate"] = 0.2;
  cfg["own.name"] = "mine";
  cfg["last.width"] = 40;
  const shop::Model changed = build(cfg);
  CHECK(changed.layers[0].width == 30 && changed.rule->rate() == 0.2 && changed.rule == changed.again);
  CHECK(dynamic_cast<const shop::Fixed&>(*changed.own).name() == "mine" && changed.last->width == 40);
  CHECK(run::from_yaml<shop::Model>(run::to_yaml(cfg)) == cfg);
  auto two = autoconvert<shop::two>();
  CHECK(shop::same(build(two), shop::two()));
  two["layers[0].width"] = 13;
  CHECK(build(two).layers[0].width == 13 && build(two).layers[1].width == 12);
  // Each call makes its own.
  CHECK(autoconvert<shop::model>() != cfg);
  auto listed = autoconvert<shop::listed>();
  listed["layers[1].width"] = 20;
  CHECK(build(listed).layers[1].width == 20 && build(listed).layers[3].width == 12);
}
