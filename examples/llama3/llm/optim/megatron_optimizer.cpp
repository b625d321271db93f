#include "llm/optim/megatron_optimizer.h"

#include "llm/optim/adamw.h"
#include "llm/torch.h"

namespace llm {

MegatronOptimizer::MegatronOptimizer(OptimizerConfig config, CosineAnnealing lr_scheduler)
    : config_(config), lr_scheduler_(lr_scheduler) {}

std::unique_ptr<AdamW> MegatronOptimizer::setup(const torch::nn::Module& module) const {
  return std::make_unique<AdamW>(module, config_);
}

double MegatronOptimizer::learning_rate(int step, int max_steps) const {
  return lr_scheduler_.learning_rate(step, max_steps, config_.lr);
}

}  // namespace llm
