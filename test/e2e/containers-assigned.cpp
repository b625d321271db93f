// Braces that are assigned to a container, as a member and as a local; members of plain values that grow.
#include <run/run.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Layer {
  explicit Layer(int w) : width(w) {}
  int width;
  bool operator==(const Layer&) const = default;
};

struct Stack {
  std::vector<Layer> layers;
  std::map<std::string, Layer> named;
  std::vector<int> sizes;
  bool operator==(const Stack&) const = default;
};

class Net {
 public:
  Net() = default;
  std::vector<Layer> layers;
  std::vector<std::string> names;
  bool operator==(const Net&) const = default;
};

[[run::autoconvert]]
std::unique_ptr<Stack> stack(int n) {
  auto made = std::make_unique<Stack>();
  made->layers = {Layer(1), Layer(n)};
  made->named = {{"a", Layer(n)}, {std::string("b"), Layer(n + 1)}};
  made->sizes = {1, n, 3};
  return made;
}

[[run::autoconvert]]
Net net(int n) {
  Net made;
  made.layers = {Layer(1), Layer(n)};
  made.names = {"a", std::string("b")};
  return made;
}

[[run::autoconvert]]
Net grown(int n) {
  Net made;
  made.names = {"a"};
  made.names.push_back("b" + std::to_string(n));
  made.names.push_back("c");
  Stack stack;
  stack.sizes.push_back(n);
  stack.sizes.push_back(2 * n);
  made.layers = {Layer(stack.sizes[1] + static_cast<int>(stack.sizes.size()))};
  return made;
}

[[run::autoconvert]]
std::vector<Layer> replaced(int n) {
  std::vector<Layer> layers = {Layer(1)};
  layers = {Layer(n), Layer(2)};
  return layers;
}

}  // namespace app

#include "containers-assigned.run.h"

int main() {
  const auto cfg = run::autoconvert<app::stack>(3);
  CHECK(*run::build<std::unique_ptr<app::Stack>>(cfg) == *app::stack(3));
  CHECK(run::from_yaml<app::Stack>(run::to_yaml(cfg)) == cfg);
  CHECK(app::Net(run::build(run::autoconvert<app::net>(3))) == app::net(3));
  CHECK(app::Net(run::build(run::autoconvert<app::grown>(3))) == app::grown(3));
  CHECK(run::build(run::autoconvert<app::replaced>(3)) == app::replaced(3));
  return check_result();
}
