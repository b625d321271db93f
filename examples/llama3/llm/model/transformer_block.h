// One layer: attention, then feed forward, each on the normed input and added to what came in.
#pragma once

#include "llm/model/attention.h"
#include "llm/model/feed_forward.h"
#include "llm/model/llama3_config.h"
#include "llm/model/rms_norm.h"
#include "llm/torch.h"

namespace llm {

class TransformerBlockImpl : public torch::nn::Module {
 public:
  explicit TransformerBlockImpl(const Llama3Config& config);

  torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& mask, const RotaryEmbedding& rotary);

 private:
  RMSNorm attention_norm_{nullptr};
  Attention attention_{nullptr};
  RMSNorm feed_forward_norm_{nullptr};
  FeedForward feed_forward_{nullptr};
  torch::nn::Dropout dropout_{nullptr};
};
TORCH_MODULE(TransformerBlock);

}  // namespace llm
