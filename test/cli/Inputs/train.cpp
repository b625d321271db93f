// A program whose command line is a configuration: of a recipe, or, as ENTRYPOINT, of a function's arguments, or, as
// COMMANDS, of either, by its name.
#include <run/run.h>

#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

enum class Schedule { constant, cosine };

class Optimizer {
 public:
  virtual ~Optimizer() = default;
  virtual std::string text() const = 0;
};

class Adam : public Optimizer {
 public:
  /// \param lr the learning rate
  explicit Adam(double lr = 3e-4, Schedule schedule = Schedule::constant) : lr_(lr), schedule_(schedule) {}
  std::string text() const override {
    return "adam " + std::to_string(lr_) + (schedule_ == Schedule::cosine ? " cosine" : "");
  }

 private:
  double lr_;
  Schedule schedule_;
};

class Sgd : public Optimizer {
 public:
  explicit Sgd(double lr, double momentum = 0.9) : lr_(lr), momentum_(momentum) {}
  std::string text() const override { return "sgd " + std::to_string(lr_) + " " + std::to_string(momentum_); }

 private:
  double lr_;
  double momentum_;
};

struct Layer {
  int width = 8;  ///< How wide.
  bool bias = true;
};

struct Model {
  std::vector<Layer> layers;
  std::string name = "net";
  std::map<std::string, int> sizes = {};
  std::optional<int> seed = {};
};

/// An Adam with a cosine schedule.
[[run::autoconvert]] std::unique_ptr<Optimizer> adam(double lr = 1e-3) {
  return std::make_unique<Adam>(lr, Schedule::cosine);
}

[[run::autoconvert]] std::unique_ptr<Optimizer> sgd(double lr) { return std::make_unique<Sgd>(lr); }

[[run::autoconvert]] Layer wide(int width = 100) { return Layer{.width = width}; }

[[run::autoconvert]] Model small(int n = 4) { return Model{.layers = {Layer{.width = n}, Layer{.width = 2 * n}}}; }

[[run::configurable]] int train(Model model, std::shared_ptr<Optimizer> optimizer, int steps = 100, float scale = 1) {
  std::printf("%s:", model.name.c_str());
  for (const Layer& layer : model.layers) std::printf(" %d%s", layer.width, layer.bias ? "" : "-");
  for (const auto& [key, value] : model.sizes) std::printf(" %s=%d", key.c_str(), value);
  std::printf(", seed %d, %s, %d steps, %g\n", model.seed.value_or(-1), optimizer->text().c_str(), steps,
              static_cast<double>(scale));
  if (steps == 0) throw std::runtime_error("nothing to do");
  return steps == 13 ? 3 : 0;
}

/// Trains a small model.
[[run::autoconvert(partial)]] int experiment(int steps = 50) { return train(small(), adam(), steps); }

namespace tools {
/// Says a word.
[[run::configurable]] inline void say(const std::string& word, Layer layer = {}) {
  std::printf("%s %d\n", word.c_str(), layer.width);
}
/// Takes nothing.
[[run::configurable]] inline int silence() { return 0; }
}  // namespace tools

}  // namespace app

#include "train.run.h"

int main(int argc, char** argv) {
#if defined(COMMANDS)
  return run::cli::commands<&app::experiment, &app::tools::say, &app::small>(argc, argv);
#elif defined(ENTRYPOINT)
  return run::cli::entrypoint<&app::train>(argc, argv);
#else
  return run::cli::main<&app::experiment>(argc, argv);
#endif
}
