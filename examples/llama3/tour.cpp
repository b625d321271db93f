// Pretraining from a configuration: the recipes are converted, put together, changed, written, read back, and only then
// built and run.
//
//   llama3-tour [--recipe llama3_tiny|llama3_8b] [--steps N] [--seq-length N] [--dir FOLDER]
//
// Fails where something is not as it should be; with llama3_tiny also where the loss did not fall.
#include <run/run.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "llm/pretrain.run.h"
#include "recipes/adam.run.h"
#include "recipes/defaults.run.h"
#include "recipes/llama3_8b.run.h"
#include "recipes/llama3_tiny.run.h"

namespace {

namespace fs = std::filesystem;

using Experiment = run::Partial<run::Fn<&llm::pretrain>>;

struct Options {
  std::string recipe = "llama3_tiny";
  int steps = 150;
  int seq_length = 128;
  std::string dir = "results";
};

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    if (i + 1 == argc) throw std::invalid_argument(std::string(name) + " needs a value");
    if (name == "--recipe")
      options.recipe = argv[i + 1];
    else if (name == "--steps")
      options.steps = std::stoi(argv[i + 1]);
    else if (name == "--seq-length")
      options.seq_length = std::stoi(argv[i + 1]);
    else if (name == "--dir")
      options.dir = argv[i + 1];
    else
      throw std::invalid_argument("unknown option " + std::string(name));
  }
  return options;
}

void caption(std::string_view text) { std::cout << "\n== " << text << '\n'; }

void require(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error("this should not be: " + what);
}

Experiment llama3_8b_experiment(const Options& options) {
  return run::partial<llm::pretrain>({
      .model = run::autoconvert<llama3_8b::model>(),
      .trainer = run::autoconvert<llama3_8b::trainer>(),
      .data = run::autoconvert<llama3_8b::data>(),
      .log = run::autoconvert<llm::default_log>(options.dir, "llama3_8b"),
      .optim = run::autoconvert<adam::distributed_fused_adam_with_cosine_annealing>(/*max_lr=*/3e-4),
      .resume = run::autoconvert<llm::default_resume>(),
  });
}

Experiment llama3_tiny_experiment(const Options& options) {
  return run::partial<llm::pretrain>({
      .model = run::autoconvert<llama3_tiny::model>(),
      .trainer = run::autoconvert<llama3_tiny::trainer>(options.steps),
      .data = run::autoconvert<llama3_tiny::data>(),
      .log = run::autoconvert<llm::default_log>(options.dir, "llama3_tiny"),
      .optim = run::autoconvert<adam::distributed_fused_adam_with_cosine_annealing>(/*max_lr=*/6e-3,
                                                                                    /*warmup_steps=*/10),
      .resume = run::autoconvert<llm::default_resume>(),
  });
}

// The configuration as a file, and the file as a configuration: nothing is lost on the way.
Experiment write_and_read(const Experiment& cfg, const fs::path& file) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file);
  out << run::to_yaml(cfg);
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());

  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  auto loaded = run::from_yaml<Experiment>(text);
  require(loaded == cfg, "the configuration read from " + file.string() + " is another one");
  return loaded;
}

// Nothing of the 8B model is allocated, neither here nor by anything that is done to a configuration.
void show_llama3_8b(const Options& options) {
  caption("run::autoconvert<llama3_8b::model>(): the recipe's configuration instead of its 8 billion weights");
  auto model = run::autoconvert<llama3_8b::model>();
  std::cout << run::to_yaml(model);

  caption("model->config->seq_length *= 2");
  model->config->seq_length *= 2;
  std::cout << run::to_yaml(model);

  auto cfg = llama3_8b_experiment(options);
  caption("run::partial<llm::pretrain>({.model = …}), then cfg.broadcast(\"seq_length\", " +
          std::to_string(options.seq_length) + ")");
  std::cout << cfg.broadcast("seq_length", options.seq_length) << " places set\n";
  const auto file = fs::path(options.dir) / "llama3_8b.yaml";
  std::cout << run::to_yaml(write_and_read(cfg, file)) << "written to " << file.string() << " and read back\n";
}

void train_llama3_tiny(const Options& options) {
  caption("run::autoconvert<llama3_tiny::model>()");
  std::cout << run::to_yaml(run::autoconvert<llama3_tiny::model>());

  auto cfg = llama3_tiny_experiment(options);
  caption("run::partial<llm::pretrain>({.model = …}), then cfg.broadcast(\"seq_length\", " +
          std::to_string(options.seq_length) + ")");
  std::cout << cfg.broadcast("seq_length", options.seq_length) << " places set: the model's context and the data's\n";
  cfg["resume"]["resume_if_exists"] = false;  // this run begins anew

  const auto file = fs::path(options.dir) / "llama3_tiny.yaml";
  auto loaded = write_and_read(cfg, file);
  caption("written to " + file.string() + " and read back");
  std::cout << run::to_yaml(loaded);

  caption("run::build(loaded)(): trains");
  auto call = run::build(loaded);
  const llm::TrainingResult first = call();

  loaded->trainer->max_steps += 20;
  loaded["resume"]["resume_if_exists"] = true;
  caption("20 steps more, from the checkpoint");
  auto more = run::build(loaded);
  const llm::TrainingResult second = more();

  caption("loss " + std::to_string(first.first_loss) + " -> " + std::to_string(first.last_loss) + " -> " +
          std::to_string(second.last_loss) + ", on text it has not seen " + std::to_string(second.validation_loss));
  require(first.resumed_steps == 0 && first.steps_run == options.steps, "the first run did not begin anew");
  require(second.resumed_steps == options.steps && second.steps_run == 20, "the second run did not resume the first");
  require(first.last_loss < 0.8 * first.first_loss, "the loss did not fall");
  require(second.last_loss < 0.8 * first.first_loss, "the resumed run has forgotten what the first one learned");
}

}  // namespace

int main(int argc, char** argv) try {
  const auto options = parse(argc, argv);
  if (options.recipe == "llama3_8b")
    show_llama3_8b(options);
  else if (options.recipe == "llama3_tiny")
    train_llama3_tiny(options);
  else
    throw std::invalid_argument("unknown recipe " + options.recipe + ": llama3_tiny or llama3_8b");
  return EXIT_SUCCESS;
} catch (const std::exception& error) {
  std::cerr << "llama3-tour: " << error.what() << '\n';
  return EXIT_FAILURE;
}
