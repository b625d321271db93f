// How a model is optimised: AdamW's numbers and the learning rate over the run.
#pragma once

#include <memory>

#include "llm/optim/cosine_annealing.h"
#include "llm/optim/optimizer_config.h"
#include "llm/torch_fwd.h"

namespace llm {

class AdamW;

class MegatronOptimizer {
 public:
  explicit MegatronOptimizer(OptimizerConfig config, CosineAnnealing lr_scheduler = CosineAnnealing());

  /// The optimizer of a model's weights. Callers need llm/optim/adamw.h.
  std::unique_ptr<AdamW> setup(const torch::nn::Module& module) const;

  double learning_rate(int step, int max_steps) const;

 private:
  OptimizerConfig config_;
  CosineAnnealing lr_scheduler_;
};

}  // namespace llm
