#include "llm/model/feed_forward.h"

namespace llm {

FeedForwardImpl::FeedForwardImpl(int hidden_size, int ffn_hidden_size) {
  using torch::nn::LinearOptions;
  gate_ = register_module("gate", torch::nn::Linear(LinearOptions(hidden_size, ffn_hidden_size).bias(false)));
  up_ = register_module("up", torch::nn::Linear(LinearOptions(hidden_size, ffn_hidden_size).bias(false)));
  down_ = register_module("down", torch::nn::Linear(LinearOptions(ffn_hidden_size, hidden_size).bias(false)));
}

torch::Tensor FeedForwardImpl::forward(const torch::Tensor& x) { return down_(torch::silu(gate_(x)) * up_(x)); }

}  // namespace llm
