// What an explicit form takes by run::Arg: objects that the recipe makes, its locals, what it is handed in, values.
#include <run/run.h>

#include <memory>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Layer {
  int width = 1;
  bool operator==(const Layer&) const = default;
};
struct Stack {
  std::shared_ptr<Layer> shared{};
  Layer own{};
  std::vector<Layer> layers{};
  int count = 0;
};
run::Config<Stack> stack_of(run::Arg<Layer> layer, int count);
run::Config<Stack> shared_stack(run::Arg<std::shared_ptr<Layer>> layer, run::Arg<std::vector<Layer>> layers = {});

[[run::autoconvert]] Stack made(int n) { return stack_of(Layer{n}, 3); }
[[run::autoconvert]] Stack of_local(int n) {
  Layer layer{n};
  Stack stack = stack_of(layer, layer.width);
  layer.width = 7;
  return stack;
}
[[run::autoconvert]] Stack of_shared(int n) {
  auto layer = std::make_shared<Layer>(Layer{n});
  Stack stack = shared_stack(layer, {Layer{2}, Layer{n}});
  layer->width = 9;
  return stack;
}
[[run::autoconvert]] Stack of_handed_in(const Layer& layer) { return stack_of(layer, 2); }
[[run::autoconvert]] Stack of_made(int n) { return shared_stack(std::make_shared<Layer>(Layer{n})); }

}  // namespace app

#include "explicit-arguments.run.h"

namespace app {

run::Config<Stack> stack_of(run::Arg<Layer> layer, int count) {
  return run::Config<Stack>({.own = layer, .count = count});
}
run::Config<Stack> shared_stack(run::Arg<std::shared_ptr<Layer>> layer, run::Arg<std::vector<Layer>> layers) {
  return run::Config<Stack>({.shared = layer, .layers = layers});
}

static bool are_same(const Stack& a, const Stack& b) {
  const bool are_both = !a.shared == !b.shared && (!a.shared || *a.shared == *b.shared);
  return are_both && a.own == b.own && a.layers == b.layers && a.count == b.count;
}

}  // namespace app

int main() {
  CHECK(app::are_same(run::build(run::autoconvert<app::made>(3)), app::made(3)));
  CHECK(app::are_same(run::build(run::autoconvert<app::of_local>(3)), app::of_local(3)));
  CHECK(app::are_same(run::build(run::autoconvert<app::of_shared>(3)), app::of_shared(3)));
  CHECK(
      app::are_same(run::build(run::autoconvert<app::of_handed_in>(app::Layer{4})), app::of_handed_in(app::Layer{4})));
  CHECK(app::are_same(run::build(run::autoconvert<app::of_made>(3)), app::of_made(3)));
  return check_result();
}
