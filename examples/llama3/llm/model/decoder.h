// The network of a Llama 3: token ids in, scores of the next token out.
#pragma once

#include <vector>

#include "llm/model/llama3_config.h"
#include "llm/model/rms_norm.h"
#include "llm/model/rotary_embedding.h"
#include "llm/model/transformer_block.h"
#include "llm/torch.h"

namespace llm {

class DecoderImpl : public torch::nn::Module {
 public:
  /// Allocates and initialises every weight.
  explicit DecoderImpl(const Llama3Config& config);

  /// `tokens` is [batch, tokens] of int64; the result is [batch, tokens, vocabulary].
  torch::Tensor forward(const torch::Tensor& tokens);

 private:
  void initialise_weights(const Llama3Config& config);

  RotaryEmbedding rotary_;
  torch::nn::Embedding embedding_{nullptr};
  std::vector<TransformerBlock> layers_;
  RMSNorm norm_{nullptr};
  torch::nn::Linear head_{nullptr};
};
TORCH_MODULE(Decoder);

}  // namespace llm
