#include "recipes/llama3_8b.h"

#include "llm/data/byte_text.h"
#include "llm/model/llama_model.h"

namespace llama3_8b {

[[run::autoconvert]]
llm::Llama3Config config(int seq_length) {
  return llm::Llama3Config{
      .seq_length = seq_length,
      .num_layers = 32,
      .hidden_size = 4096,
      .num_attention_heads = 32,
      .num_query_groups = 8,
      .ffn_hidden_size = 14336,
      .vocab_size = 128256,
      .rotary_base = 500000.0,
  };
}

[[run::autoconvert]]
std::unique_ptr<llm::LanguageModel> model(int seq_length) {
  return std::make_unique<llm::LlamaModel>(config(seq_length));
}

[[run::autoconvert]]
llm::Trainer trainer(int max_steps, int accumulate, int threads) {
  // The steps of NeMo's recipe, for 15 trillion tokens.
  return llm::Trainer(max_steps, accumulate, /*gradient_clip=*/1.0, llm::Validation{.every = 2000, .batches = 32},
                      /*log_every=*/10, threads);
}

[[run::autoconvert]]
std::unique_ptr<llm::DataModule> data(int seq_length, int micro_batch_size) {
  return std::make_unique<llm::ByteText>(seq_length, micro_batch_size);
}

}  // namespace llama3_8b
