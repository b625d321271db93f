#include "llm/model/decoder.h"

#include <cmath>
#include <string>

namespace llm {

DecoderImpl::DecoderImpl(const Llama3Config& config)
    : rotary_(config.hidden_size / config.num_attention_heads, config.seq_length, config.rotary_base) {
  embedding_ = register_module("embedding", torch::nn::Embedding(config.vocab_size, config.hidden_size));
  for (int i = 0; i < config.num_layers; ++i)
    layers_.push_back(register_module("layer" + std::to_string(i), TransformerBlock(config)));
  norm_ = register_module("norm", RMSNorm(config.hidden_size, config.layernorm_epsilon));
  head_ = register_module(
      "head", torch::nn::Linear(torch::nn::LinearOptions(config.hidden_size, config.vocab_size).bias(false)));
  initialise_weights(config);
}

torch::Tensor DecoderImpl::forward(const torch::Tensor& tokens) {
  const auto mask = causal_mask(tokens.size(1));
  auto x = embedding_(tokens);
  for (auto& layer : layers_) x = layer(x, mask, rotary_);
  return head_(norm_(x));
}

// Normal weights; the matrices that write into the residual stream are smaller the more layers write into it.
void DecoderImpl::initialise_weights(const Llama3Config& config) {
  const torch::NoGradGuard no_grad;
  const double residual_std = config.init_method_std / std::sqrt(2.0 * config.num_layers);
  for (auto& parameter : named_parameters()) {
    if (parameter.value().dim() < 2) continue;  // the norms keep their ones
    const auto& name = parameter.key();
    const bool residual =
        name.find("attention.output") != std::string::npos || name.find("feed_forward.down") != std::string::npos;
    parameter.value().normal_(0.0, residual ? residual_std : config.init_method_std);
  }
}

}  // namespace llm
