// What a trainer wants from a model.
#pragma once

#include "llm/torch_fwd.h"

namespace llm {

struct Batch;

class LanguageModel {
 public:
  virtual ~LanguageModel() = default;

  /// Makes the weights, from torch's random numbers. Until then a model is only its description, and cheap.
  virtual void configure_model() = 0;

  /// Mean cross entropy, in nats a token. REQUIRES: configure_model() was called.
  virtual torch::Tensor training_loss(const Batch& batch) = 0;

  /// The weights. REQUIRES: configure_model() was called.
  virtual torch::nn::Module& module() = 0;
};

}  // namespace llm
