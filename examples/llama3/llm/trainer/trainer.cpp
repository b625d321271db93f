#include "llm/trainer/trainer.h"

#include <stdexcept>
#include <string>

#include "llm/data/batch.h"
#include "llm/data/data_module.h"
#include "llm/model/language_model.h"
#include "llm/optim/adamw.h"
#include "llm/optim/megatron_optimizer.h"
#include "llm/torch.h"
#include "llm/trainer/auto_resume.h"
#include "llm/trainer/checkpoint.h"
#include "llm/trainer/logger.h"
#include "llm/trainer/speed.h"

namespace llm {
namespace {

// The steps that are done already: those of the checkpoint that `resume` asks for, or none.
int steps_done(torch::nn::Module& module, AdamW& optimizer, const Logger& log, const AutoResume* resume) {
  if (resume == nullptr || !resume->resume_if_exists()) return 0;
  const auto file = log.checkpoint_file();
  if (std::filesystem::exists(file)) {
    const int steps = load_checkpoint(file, module, optimizer);
    log.message("resumed after step " + std::to_string(steps) + " from " + file.string());
    return steps;
  }
  if (!resume->resume_ignore_no_checkpoint()) throw std::runtime_error("no checkpoint to resume: " + file.string());
  return 0;
}

std::int64_t count_parameters(const torch::nn::Module& module) {
  std::int64_t count = 0;
  for (const auto& parameter : module.parameters()) count += parameter.numel();
  return count;
}

}  // namespace

Trainer::Trainer(int max_steps, int accumulate, double gradient_clip, Validation validation, int log_every, int threads,
                 int seed)
    : max_steps_(max_steps),
      accumulate_(accumulate),
      gradient_clip_(gradient_clip),
      validation_(validation),
      log_every_(log_every),
      threads_(threads),
      seed_(seed) {
  if (max_steps < 0 || accumulate < 1 || validation.every < 1 || validation.batches < 1 || log_every < 1)
    throw std::invalid_argument("Trainer: every number of steps and batches must be positive");
}

TrainingResult Trainer::fit(LanguageModel& model, DataModule& data, const MegatronOptimizer& optim, const Logger& log,
                            const AutoResume* resume) const {
  if (threads_ > 0) torch::set_num_threads(threads_);
  torch::manual_seed(static_cast<std::uint64_t>(seed_));
  model.configure_model();
  data.setup();
  const auto optimizer = optim.setup(model.module());

  TrainingResult result;
  result.resumed_steps = steps_done(model.module(), *optimizer, log, resume);
  log.setup(/*resumed=*/result.resumed_steps > 0);
  log.message(std::to_string(count_parameters(model.module())) + " parameters, " + std::to_string(max_steps_) +
              " steps");

  Speed speed;
  for (int step = result.resumed_steps; step < max_steps_; ++step) {
    // Each step has its own random numbers: a resumed run draws the same ones.
    torch::manual_seed(static_cast<std::uint64_t>(seed_) + static_cast<std::uint64_t>(step));
    const double learning_rate = optim.learning_rate(step, max_steps_);
    optimizer->zero_grad();
    result.last_loss = accumulate_gradients(model, data, step, speed);
    const double gradient_norm = optimizer->step(learning_rate, gradient_clip_);
    if (result.steps_run++ == 0) result.first_loss = result.last_loss;

    const int done = step + 1;
    const bool last = done == max_steps_;
    if (done % log_every_ == 0 || last || result.steps_run == 1)
      log.train_step({done, result.last_loss, learning_rate, gradient_norm, speed.per_second()});
    if (done % validation_.every == 0 && !last) log.validation(done, validate(model, data));
    if (resume != nullptr && (resume->saves_after(done) || last))
      save_checkpoint(log.checkpoint_file(), model.module(), *optimizer, done);
  }

  result.validation_loss = validate(model, data);
  log.validation(result.resumed_steps + result.steps_run, result.validation_loss);
  return result;
}

// Leaves the mean gradient of the step's batches in the weights and returns their mean loss.
double Trainer::accumulate_gradients(LanguageModel& model, const DataModule& data, int step, Speed& speed) const {
  model.module().train();
  double loss_sum = 0.0;
  for (int i = 0; i < accumulate_; ++i) {
    const auto index = static_cast<std::int64_t>(step) * accumulate_ + i;
    const auto batch = data.train_batch(index);
    const auto loss = model.training_loss(batch);
    (loss / accumulate_).backward();
    speed.add(batch.tokens.numel());
    loss_sum += loss.item<double>();
  }
  return loss_sum / accumulate_;
}

double Trainer::validate(LanguageModel& model, const DataModule& data) const {
  const torch::NoGradGuard no_grad;
  model.module().eval();
  double loss_sum = 0.0;
  for (int i = 0; i < validation_.batches; ++i)
    loss_sum += model.training_loss(data.validation_batch(i)).item<double>();
  return loss_sum / validation_.batches;
}

}  // namespace llm
