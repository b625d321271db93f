// What the targets of these tests are.
#pragma once
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <run/run.h>

namespace app {

enum class Mode { fast, exact };

struct Limits {
  int steps = 10;
  std::optional<double> seconds;
  unsigned level : 3 = 1;
  std::filesystem::path file;
};

class Module {
 public:
  virtual ~Module() = default;
};

class Layer : public Module {
 public:
  /// \param width Neurons.
  explicit Layer([[run::tag("size")]] int width, double dropout = 0.1) : width_(width), dropout_(dropout) {}
  void set_mode(Mode mode) { mode_ = mode; }
  std::map<std::string, int> notes;

 private:
  int width_;
  double dropout_;
  Mode mode_ = Mode::fast;
};

inline int square(int x) { return x * x; }

class [[run::target("py.app.Net")]] Net : public Module {
 public:
  Net(std::string name, std::vector<std::shared_ptr<Module>> layers, int (*activation)(int) = nullptr,
      std::array<float, 2> betas = {}, std::variant<int, std::string> seed = 1)
      : name_(std::move(name)), layers_(std::move(layers)) {
    (void)activation, (void)betas, (void)seed;
  }
  Limits limits;

 private:
  std::string name_;
  std::vector<std::shared_ptr<Module>> layers_;
};

[[run::autoconvert]] inline Net small(int width = 8) {
  Net net("small", {std::make_shared<Layer>(width)}, &square);
  net.limits = Limits{.steps = 5};
  return net;
}

[[run::autoconvert]] inline Net called() {
  Net net("called", {std::make_shared<Layer>(square(3))});
  return net;
}

}  // namespace app
