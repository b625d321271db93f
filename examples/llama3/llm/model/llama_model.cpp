#include "llm/model/llama_model.h"

#include <stdexcept>
#include <string>

#include "llm/data/batch.h"

namespace llm {
namespace {

void require(bool holds, const std::string& what) {
  if (!holds) throw std::invalid_argument("Llama3Config: " + what);
}

}  // namespace

LlamaModel::LlamaModel(Llama3Config config) : config_(config) {
  require(config.seq_length > 0 && config.num_layers > 0 && config.hidden_size > 0 && config.num_attention_heads > 0 &&
              config.num_query_groups > 0 && config.ffn_hidden_size > 0 && config.vocab_size > 0,
          "every size must be positive");
  require(config.hidden_size % config.num_attention_heads == 0,
          "hidden_size must be a multiple of num_attention_heads");
  require(config.hidden_size / config.num_attention_heads % 2 == 0, "a head's size must be even: rotation needs pairs");
  require(config.num_attention_heads % config.num_query_groups == 0,
          "num_attention_heads must be a multiple of num_query_groups");
}

void LlamaModel::configure_model() { decoder_ = Decoder(config_); }

torch::Tensor LlamaModel::training_loss(const Batch& batch) {
  if (batch.tokens.size(1) > config_.seq_length)
    throw std::invalid_argument("the data's windows have " + std::to_string(batch.tokens.size(1)) +
                                " tokens, the model's seq_length is " + std::to_string(config_.seq_length));
  const auto logits = decoder_(batch.tokens);
  return torch::nn::functional::cross_entropy(logits.flatten(0, 1), batch.labels.flatten());
}

torch::nn::Module& LlamaModel::module() { return *decoder_; }

}  // namespace llm
