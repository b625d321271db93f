// What g++ warns of when it optimises is in nobody's program because of our headers.
// RUN: rm -rf %t && mkdir -p %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 -I%headers
// RUN: %gxx -O3 -DNDEBUG -I%t -c %s -o %t/g++.o
// RUN: %clangxx -O3 -DNDEBUG -I%t -c %s -o %t/clang.o
#include <run/run.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct Layer {
  int width = 1;
  std::string name{};
};
class Net {
 public:
  explicit Net(int depth, const std::string& title = "net") : depth_(depth), title_(title) {}
  Net(Net&&) = delete;
  void set_layers(std::vector<Layer> layers) { layers_ = std::move(layers); }
  std::optional<Layer> head;
  std::string text() const { return title_ + std::to_string(depth_) + std::to_string(layers_.size()); }

 private:
  int depth_;
  std::string title_;
  std::vector<Layer> layers_{};
};
inline Layer layer_of(int width, double scale, const std::string& name) {
  return {static_cast<int>(width * scale), name};
}

[[run::autoconvert]] inline Layer layer(int width) { return layer_of(width, 2.0, "made"); }
[[run::autoconvert]] inline std::shared_ptr<Net> net(int depth) {
  auto net = std::make_shared<Net>(depth);
  net->set_layers({layer(depth), Layer{.width = 3}, layer_of(1, 0.5, "last")});
  net->head = Layer{.width = depth, .name = "head"};
  return net;
}

#include "optimized.run.h"

int widths() {
  auto config = run::autoconvert<net>(3);
  config["head"]["width"] = 4;
  config.broadcast("name", "x");
  return run::build(run::autoconvert<layer>(2)).width + static_cast<int>(run::to_yaml(config).size());
}
