#include "recipes/llama3_tiny.h"

#include "llm/data/byte_text.h"
#include "llm/model/llama_model.h"

namespace llama3_tiny {
namespace {

constexpr int kHeadSize = 16;
constexpr int kBytes = 256;

}  // namespace

[[run::autoconvert]]
std::unique_ptr<llm::LanguageModel> model(int seq_length) {
  const int heads = 4;
  llm::Llama3Config config{.seq_length = seq_length, .num_layers = 2, .hidden_size = heads * kHeadSize};
  config.num_attention_heads = heads;
  config.num_query_groups = heads / 2;  // two heads of queries share one of keys and values
  config.ffn_hidden_size = 3 * config.hidden_size;
  config.vocab_size = kBytes;
  config.init_method_std = 0.1;  // narrow layers need wide weights
  return std::make_unique<llm::LlamaModel>(config);
}

[[run::autoconvert]]
llm::Trainer trainer(int max_steps, int threads) {
  return llm::Trainer(max_steps, /*accumulate=*/1, /*gradient_clip=*/1.0, llm::Validation{.every = 50, .batches = 8},
                      /*log_every=*/10, threads);
}

[[run::autoconvert]]
std::unique_ptr<llm::DataModule> data(int seq_length, int micro_batch_size) {
  return std::make_unique<llm::ByteText>(seq_length, micro_batch_size);
}

}  // namespace llama3_tiny
