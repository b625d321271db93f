// A reference to an element by a text or number that does not change while it is used.
#include <run/run.h>

#include <map>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Layer {
  int width = 1;
  bool operator==(const Layer&) const = default;
};
struct Model {
  std::map<std::string, std::vector<Layer>> groups{};
  std::map<std::string, Layer> named{};
  std::vector<Layer> all{};
  bool operator==(const Model&) const = default;
};

[[run::autoconvert]] Model of_parameters(const std::string& first, std::string second, const char* third) {
  Model model;
  auto& a = model.named[first];
  auto& b = model.named[second];
  auto& c = model.named[third];
  a.width = 2;
  b.width = 3;
  c.width = a.width + b.width;
  return model;
}

[[run::autoconvert(allow_control_flow)]] Model of_loops(std::vector<std::string> names, int n) {
  Model model;
  for (const char* name : {"a", "b"}) {
    auto& group = model.groups[name];
    for (int i = 0; i < n; ++i) group.push_back(Layer{.width = i});
    if (!group.empty()) group.back().width *= 10;
  }
  for (const auto& name : names) {
    auto& layer = model.named[name];
    layer.width = n;
    layer.width += 1;
  }
  for (std::string name : {"x", "y"}) {
    auto& layer = model.named[name];
    layer.width = n;
    model.all.push_back(layer);
  }
  for (std::size_t i = 0; i < model.all.size(); ++i) {
    auto& layer = model.all[i];
    layer.width += static_cast<int>(i);
    if (i > 0) layer.width *= 2;
  }
  return model;
}

// The entry is made where the reference is declared.
[[run::autoconvert(allow_control_flow)]] Model made(int n) {
  Model model;
  [[maybe_unused]] auto& unused = model.named["unused"];
  auto& seldom = model.named["seldom"];
  if (n > 1) seldom.width = n;
  auto& group = model.groups["group"];
  for (int i = 0; i < n; ++i) group.push_back(Layer{.width = i});
  auto& width = model.named["width"].width;
  if (n > 1) width = 4;
  return model;
}

}  // namespace app

#include "references-by-key.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::of_parameters>("a", "b", "c")) == app::of_parameters("a", "b", "c"));
  for (const int n : {0, 1, 3}) CHECK(run::build(run::autoconvert<app::made>(n)) == app::made(n));
  for (const int n : {0, 1, 3})
    CHECK(run::build(run::autoconvert<app::of_loops>(std::vector<std::string>{"p", "q"}, n)) ==
          app::of_loops({"p", "q"}, n));
  return check_result();
}
