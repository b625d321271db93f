// The training loop.
#pragma once

#include "llm/trainer/training_result.h"

namespace llm {

class AutoResume;
class DataModule;
class LanguageModel;
class Logger;
class MegatronOptimizer;
class Speed;

/// When the loss on the validation text is measured, and on how much of it.
struct Validation {
  /// Steps between measurements; one is made after the last step in any case.
  int every = 100;
  int batches = 8;

  bool operator==(const Validation&) const = default;
};

class Trainer {
 public:
  /// \param max_steps steps of the optimizer, those of a resumed checkpoint included
  /// \param accumulate batches whose gradients make one step
  /// \param gradient_clip longest gradient, 0 for any length
  /// \param log_every steps between lines of the log
  /// \param threads of libtorch, 0 for its own choice
  /// \param seed of the weights and of dropout
  explicit Trainer(int max_steps, int accumulate = 1, double gradient_clip = 1.0, Validation validation = Validation(),
                   int log_every = 10, int threads = 0, int seed = 1234);

  /// Trains; `resume` may be null, then no checkpoint is read or written.
  TrainingResult fit(LanguageModel& model, DataModule& data, const MegatronOptimizer& optim, const Logger& log,
                     const AutoResume* resume) const;

 private:
  double accumulate_gradients(LanguageModel& model, const DataModule& data, int step, Speed& speed) const;
  double validate(LanguageModel& model, const DataModule& data) const;

  int max_steps_;
  int accumulate_;
  double gradient_clip_;
  Validation validation_;
  int log_every_;
  int threads_;
  int seed_;
};

}  // namespace llm
