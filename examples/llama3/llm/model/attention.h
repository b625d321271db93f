// Causal grouped-query attention: many heads of queries share few heads of keys and values.
#pragma once

#include "llm/model/llama3_config.h"
#include "llm/model/rotary_embedding.h"
#include "llm/torch.h"

namespace llm {

class AttentionImpl : public torch::nn::Module {
 public:
  explicit AttentionImpl(const Llama3Config& config);

  /// `x` is [batch, tokens, hidden]; `mask` is [tokens, tokens] and added to the scores.
  torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& mask, const RotaryEmbedding& rotary);

 private:
  int heads_;
  int groups_;
  int head_dim_;
  torch::nn::Linear query_{nullptr};
  torch::nn::Linear key_{nullptr};
  torch::nn::Linear value_{nullptr};
  torch::nn::Linear output_{nullptr};
};
TORCH_MODULE(Attention);

/// Zero where a token may look, minus infinity where it would look ahead.
torch::Tensor causal_mask(std::int64_t tokens);

}  // namespace llm
