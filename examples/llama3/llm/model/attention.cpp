#include "llm/model/attention.h"

#include <cmath>
#include <limits>

namespace llm {
namespace {

torch::nn::Linear linear(int in, int out) { return torch::nn::Linear(torch::nn::LinearOptions(in, out).bias(false)); }

// softmax(Q Kᵀ / √d + mask) V for queries [batch, groups, queries per group, tokens, d], keys and values
// [batch, groups, tokens, d]. The queries of a group are folded into rows of one matrix, so no key is ever repeated.
torch::Tensor grouped_attention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                                const torch::Tensor& mask) {
  const auto scale = 1.0 / std::sqrt(static_cast<double>(q.size(-1)));
  const auto tokens = q.size(3);
  const auto rows = q.flatten(2, 3) * scale;
  const auto scores = torch::matmul(rows, k.transpose(-2, -1)).view({q.size(0), q.size(1), q.size(2), tokens, tokens});
  const auto weights = torch::softmax(scores + mask, /*dim=*/-1);
  return torch::matmul(weights.flatten(2, 3), v).view(q.sizes());
}

}  // namespace

AttentionImpl::AttentionImpl(const Llama3Config& config)
    : heads_(config.num_attention_heads),
      groups_(config.num_query_groups),
      head_dim_(config.hidden_size / config.num_attention_heads) {
  query_ = register_module("query", linear(config.hidden_size, heads_ * head_dim_));
  key_ = register_module("key", linear(config.hidden_size, groups_ * head_dim_));
  value_ = register_module("value", linear(config.hidden_size, groups_ * head_dim_));
  output_ = register_module("output", linear(heads_ * head_dim_, config.hidden_size));
}

torch::Tensor AttentionImpl::forward(const torch::Tensor& x, const torch::Tensor& mask, const RotaryEmbedding& rotary) {
  const auto batch = x.size(0);
  const auto tokens = x.size(1);
  const auto q = query_(x).view({batch, tokens, groups_, heads_ / groups_, head_dim_}).permute({0, 2, 3, 1, 4});
  const auto k = key_(x).view({batch, tokens, groups_, head_dim_}).transpose(1, 2);
  const auto v = value_(x).view({batch, tokens, groups_, head_dim_}).transpose(1, 2);

  const auto attended = grouped_attention(rotary.rotate(q), rotary.rotate(k), v, mask);
  return output_(attended.permute({0, 3, 1, 2, 4}).reshape({batch, tokens, heads_ * head_dim_}));
}

torch::Tensor causal_mask(std::int64_t tokens) {
  return torch::full({tokens, tokens}, -std::numeric_limits<float>::infinity()).triu(1);
}

}  // namespace llm
