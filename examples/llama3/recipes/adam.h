// Recipes of optimizers, named as in NeMo.
#pragma once

#include "llm/optim/cosine_annealing.h"
#include "llm/optim/megatron_optimizer.h"
#include "llm/optim/optimizer_config.h"

namespace adam {

// Within another recipe it stays a call, so that a command line can say `optim.max_lr=1e-3`; `run::inline_recipe` opens
// it.
/// Ends at a tenth of the highest rate.
[[run::autoconvert(no_inline)]]
inline llm::MegatronOptimizer distributed_fused_adam_with_cosine_annealing(double max_lr = 3e-4,
                                                                           int warmup_steps = 2000) {
  return llm::MegatronOptimizer(llm::OptimizerConfig{.lr = max_lr, .weight_decay = 0.1, .adam_beta2 = 0.95},
                                llm::CosineAnnealing(warmup_steps, /*constant_steps=*/0, /*min_lr=*/0.1 * max_lr));
}

}  // namespace adam
