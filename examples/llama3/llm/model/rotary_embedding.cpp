#include "llm/model/rotary_embedding.h"

namespace llm {

RotaryEmbedding::RotaryEmbedding(int head_dim, int seq_length, double base) {
  const auto exponents = torch::arange(0, head_dim, 2, torch::kFloat64) / head_dim;
  const auto frequencies = torch::pow(base, -exponents);
  const auto angles = torch::outer(torch::arange(seq_length, torch::kFloat64), frequencies);
  cos_ = angles.cos().to(torch::kFloat32);
  sin_ = angles.sin().to(torch::kFloat32);
}

torch::Tensor RotaryEmbedding::rotate(const torch::Tensor& x) const {
  const auto tokens = x.size(-2);
  const auto cos = cos_.narrow(0, 0, tokens);
  const auto sin = sin_.narrow(0, 0, tokens);
  const auto halves = x.chunk(2, /*dim=*/-1);
  return torch::cat({halves[0] * cos - halves[1] * sin, halves[1] * cos + halves[0] * sin}, /*dim=*/-1);
}

}  // namespace llm
