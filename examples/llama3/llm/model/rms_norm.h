// RMSNorm: each token's vector is scaled to a root mean square of one, then by a learned weight. No mean, no bias.
#pragma once

#include "llm/torch.h"

namespace llm {

class RMSNormImpl : public torch::nn::Module {
 public:
  explicit RMSNormImpl(int hidden_size, double epsilon = 1e-5);

  torch::Tensor forward(const torch::Tensor& x);

 private:
  double epsilon_;
  torch::Tensor weight_;
};
TORCH_MODULE(RMSNorm);

}  // namespace llm
