// torch::optim::AdamW over a module's weights, with weight decay on its matrices only.
#pragma once

#include <vector>

#include "llm/optim/optimizer_config.h"
#include "llm/torch.h"

namespace llm {

class AdamW {
 public:
  AdamW(const torch::nn::Module& module, const OptimizerConfig& config);

  void zero_grad();

  /// Scales the gradients down to a norm of `gradient_clip` where they are longer (0 keeps them) and makes one step.
  /// Returns the norm they had.
  double step(double learning_rate, double gradient_clip);

  void save(torch::serialize::OutputArchive& archive) const;
  void load(torch::serialize::InputArchive& archive);

 private:
  std::vector<torch::Tensor> parameters_;
  torch::optim::AdamW adamw_;
};

}  // namespace llm
