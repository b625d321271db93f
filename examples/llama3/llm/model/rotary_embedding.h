// Rotary position embedding: the pair (i, i + head_dim / 2) of a head's vector is turned by position * base^(-2i /
// head_dim), so that the product of a query and a key depends on their distance only.
#pragma once

#include "llm/torch.h"

namespace llm {

class RotaryEmbedding {
 public:
  RotaryEmbedding(int head_dim, int seq_length, double base);

  /// `x` is [..., tokens, head_dim], its tokens at positions 0, 1, 2, …
  torch::Tensor rotate(const torch::Tensor& x) const;

 private:
  torch::Tensor cos_;  // [seq_length, head_dim / 2]
  torch::Tensor sin_;
};

}  // namespace llm
