// Pretraining: everything that a run needs, put together.
#pragma once

#include <memory>

#include "llm/data/data_module.h"
#include "llm/model/language_model.h"
#include "llm/optim/megatron_optimizer.h"
#include "llm/trainer/auto_resume.h"
#include "llm/trainer/logger.h"
#include "llm/trainer/trainer.h"
#include "llm/trainer/training_result.h"

namespace llm {

/// Trains `model` on `data`, logs to `log`, and writes and resumes checkpoints as `resume` says (none at all without
/// it).
[[run::configurable]]
TrainingResult pretrain(std::shared_ptr<LanguageModel> model, Trainer trainer, std::shared_ptr<DataModule> data,
                        Logger log, MegatronOptimizer optim, std::shared_ptr<AutoResume> resume = nullptr);

}  // namespace llm
