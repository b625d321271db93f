// Llama 3 as a language model.
#pragma once

#include "llm/model/decoder.h"
#include "llm/model/language_model.h"
#include "llm/model/llama3_config.h"
#include "llm/torch.h"

namespace llm {

class LlamaModel : public LanguageModel {
 public:
  /// Keeps the description; throws std::invalid_argument where its sizes do not fit each other.
  explicit LlamaModel(Llama3Config config);

  void configure_model() override;
  torch::Tensor training_loss(const Batch& batch) override;
  torch::nn::Module& module() override;

  const Llama3Config& config() const { return config_; }

 private:
  Llama3Config config_;
  Decoder decoder_{nullptr};
};

}  // namespace llm
