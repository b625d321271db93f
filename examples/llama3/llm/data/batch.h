// What a model is trained on in one go.
#pragma once

#include "llm/torch.h"

namespace llm {

struct Batch {
  torch::Tensor tokens;  // [batch, seq_length] of int64
  torch::Tensor labels;  // the same windows, one token later
};

}  // namespace llm
