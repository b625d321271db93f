#include "llm/optim/adamw.h"

#include <limits>
#include <tuple>

namespace llm {
namespace {

std::vector<torch::optim::OptimizerParamGroup> parameter_groups(const std::vector<torch::Tensor>& parameters,
                                                                const OptimizerConfig& config) {
  std::vector<torch::Tensor> matrices;
  std::vector<torch::Tensor> vectors;
  for (const auto& parameter : parameters) (parameter.dim() < 2 ? vectors : matrices).push_back(parameter);

  const auto options = [&](double weight_decay) {
    return std::make_unique<torch::optim::AdamWOptions>(torch::optim::AdamWOptions(config.lr)
                                                            .betas({config.adam_beta1, config.adam_beta2})
                                                            .eps(config.adam_eps)
                                                            .weight_decay(weight_decay));
  };
  return {{matrices, options(config.weight_decay)}, {vectors, options(0.0)}};
}

}  // namespace

AdamW::AdamW(const torch::nn::Module& module, const OptimizerConfig& config)
    : parameters_(module.parameters()), adamw_(parameter_groups(parameters_, config)) {}

void AdamW::zero_grad() { adamw_.zero_grad(); }

double AdamW::step(double learning_rate, double gradient_clip) {
  const double limit = gradient_clip > 0 ? gradient_clip : std::numeric_limits<double>::infinity();
  const double norm = torch::nn::utils::clip_grad_norm_(parameters_, limit);
  for (auto& group : adamw_.param_groups()) group.options().set_lr(learning_rate);
  adamw_.step();
  return norm;
}

void AdamW::save(torch::serialize::OutputArchive& archive) const { adamw_.save(archive); }

void AdamW::load(torch::serialize::InputArchive& archive) { adamw_.load(archive); }

}  // namespace llm
