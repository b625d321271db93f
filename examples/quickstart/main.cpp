// What a program does with its recipes. Each step prints what it did and checks it; the exit status is 0 when all held.
#include <run/run.h>

#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

#include "recipes/llama3.run.h"  // written by run-autoconvert

namespace {

bool all_held = true;

void caption(std::string_view text) { std::cout << "\n-- " << text << "\n"; }

void check(std::string_view what, bool holds) {
  all_held = all_held && holds;
  std::cout << (holds ? "   holds:  " : "   FAILED: ") << what << "\n";
}

/// The explicit form: an ordinary function that writes the configuration by hand. It may do anything.
run::Config<nemo::LlamaModel> model_for(bool long_context) {
  run::Config<nemo::LlamaModel> model({.config = run::Config<nemo::Llama3Config8B>({.seq_length = 16384})});
  if (long_context) model->config->seq_length = 32768;
  return model;
}

void one_model() {
  caption("auto cfg = run::autoconvert<recipes::automodel>(16384): a configuration, nothing is built yet");
  auto cfg = run::autoconvert<recipes::automodel>(16384);
  const std::string before = run::to_yaml(cfg);
  std::cout << before;
  check("converted == written by hand", cfg == model_for(false));

  caption("cfg->config->seq_length *= 2");
  cfg->config->seq_length *= 2;
  const std::string after = run::to_yaml(cfg);
  std::cout << after;
  check("the YAML of NeMo-Run's guide, before", before == R"(_target_: nemo::LlamaModel
config:
  _target_: nemo::Llama3Config8B
  seq_length: 16384
)");
  check("the YAML of NeMo-Run's guide, after", after == R"(_target_: nemo::LlamaModel
config:
  _target_: nemo::Llama3Config8B
  seq_length: 32768
)");
  check("cfg[\"config\"][\"seq_length\"] reads the same by name", cfg["config"]["seq_length"].as<int>() == 32768);
  check("the YAML reads back as an equal configuration", run::from_yaml<nemo::LlamaModel>(after) == cfg);

  caption("cfg[\"config\"][\"seq_lenght\"] = 4096: a wrong name is an error at once");
  bool refused = false;
  try {
    cfg["config"]["seq_lenght"] = 4096;
  } catch (const run::Error& error) {
    refused = true;
    std::cout << "   " << error.what() << "\n";
  }
  check("run::Error, and nothing has changed", refused && cfg == model_for(true));

  caption("nemo::LlamaModel model = run::build(cfg)");
  const nemo::LlamaModel model = run::build(cfg);
  const auto in_a_holder = run::build<std::unique_ptr<nemo::LightningModule>>(cfg);
  const std::unique_ptr<nemo::LightningModule> direct = recipes::automodel(32768);
  std::cout << "   " << model.describe() << "\n";
  check("built == what the recipe itself returns", model == dynamic_cast<const nemo::LlamaModel&>(*direct));
  check("the same in a std::unique_ptr of the base", model == dynamic_cast<const nemo::LlamaModel&>(*in_a_holder));
}

void partials() {
  caption("run::Partial: built, it is a callable");
  const run::Partial<nemo::LlamaModel> partial({.config = run::Config<nemo::Llama3Config8B>({.seq_length = 16384})});
  const run::Config<nemo::LlamaModel> config({.config = run::Config<nemo::Llama3Config8B>({.seq_length = 16384})});
  const std::string yaml = run::to_yaml(partial);
  std::cout << yaml;
  check("_partial_: true", yaml.find("_partial_: true\n") != std::string::npos);
  check("build(partial)() == build(config)", run::build(partial)() == run::build(config));
  check("the rest by name: build(partial)({.name = \"tiny\"})",
        run::build(partial)({.name = "tiny"}) == nemo::LlamaModel(nemo::Llama3Config8B{.seq_length = 16384}, "tiny"));
}

void whole_run() {
  caption("auto job = run::autoconvert<recipes::pretraining>(): model, trainer and data, and what to do with them");
  auto job = run::autoconvert<recipes::pretraining>();
  const auto original = job;
  std::cout << run::to_yaml(job);

  caption("job.broadcast(\"seq_length\", 4096): the model and the data, in one go");
  const int set = job.broadcast("seq_length", 4096);
  check("two nodes have a seq_length", set == 2);
  check("job->model[\"config\"][\"seq_length\"]", job->model["config"]["seq_length"].as<int>() == 4096);
  check("job->data->seq_length", job->data->seq_length == 4096);

  caption("job.walk(\"seq_length\", [](auto node) { return node[\"seq_length\"].template as<int>() * 2; })");
  job.walk("seq_length", [](auto node) { return node["seq_length"].template as<int>() * 2; });
  check("twice as much in each", job->data->seq_length == 8192 && job == original);

  caption("job->trainer->max_steps = 10; job->trainer->optim->lr /= 2");
  job->trainer->max_steps = 10;
  job->trainer->optim->lr /= 2;
  std::cout << run::to_yaml(job);
  check("a copy is a configuration of its own", original->trainer->max_steps == 1000 && !(job == original));

  caption("run::build(job)(): the objects are built, and pretrain is called with them");
  const std::string done = run::build(job)();
  std::cout << "   " << done << "\n";
  check("as configured", done ==
                             "llama3 with 32 layers and a context of 8192 tokens: 10 steps of 4194304 tokens, "
                             "lr 0.000150");
}

}  // namespace

int main() {
  try {
    one_model();
    partials();
    whole_run();
  } catch (const std::exception& error) {
    check(error.what(), false);
  }
  std::cout << "\n" << (all_held ? "Every check held." : "A check failed.") << "\n";
  return all_held ? 0 : 1;
}
