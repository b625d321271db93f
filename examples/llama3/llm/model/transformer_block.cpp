#include "llm/model/transformer_block.h"

namespace llm {

TransformerBlockImpl::TransformerBlockImpl(const Llama3Config& config) {
  attention_norm_ = register_module("attention_norm", RMSNorm(config.hidden_size, config.layernorm_epsilon));
  attention_ = register_module("attention", Attention(config));
  feed_forward_norm_ = register_module("feed_forward_norm", RMSNorm(config.hidden_size, config.layernorm_epsilon));
  feed_forward_ = register_module("feed_forward", FeedForward(config.hidden_size, config.ffn_hidden_size));
  dropout_ = register_module("dropout", torch::nn::Dropout(config.dropout));
}

torch::Tensor TransformerBlockImpl::forward(const torch::Tensor& x, const torch::Tensor& mask,
                                            const RotaryEmbedding& rotary) {
  const auto attended = x + dropout_(attention_(attention_norm_(x), mask, rotary));
  return attended + dropout_(feed_forward_(feed_forward_norm_(attended)));
}

}  // namespace llm
