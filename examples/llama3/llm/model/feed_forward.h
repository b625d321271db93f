// SwiGLU: down(silu(gate(x)) * up(x)).
#pragma once

#include "llm/torch.h"

namespace llm {

class FeedForwardImpl : public torch::nn::Module {
 public:
  FeedForwardImpl(int hidden_size, int ffn_hidden_size);

  torch::Tensor forward(const torch::Tensor& x);

 private:
  torch::nn::Linear gate_{nullptr};
  torch::nn::Linear up_{nullptr};
  torch::nn::Linear down_{nullptr};
};
TORCH_MODULE(FeedForward);

}  // namespace llm
