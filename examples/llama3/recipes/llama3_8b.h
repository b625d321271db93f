// Llama 3 8B.
#pragma once

#include <memory>

#include "llm/data/data_module.h"
#include "llm/model/language_model.h"
#include "llm/model/llama3_config.h"
#include "llm/trainer/trainer.h"

namespace llama3_8b {

[[run::autoconvert]] llm::Llama3Config config(int seq_length = 8192);
[[run::autoconvert]] std::unique_ptr<llm::LanguageModel> model(int seq_length = 8192);
[[run::autoconvert]] llm::Trainer trainer(int max_steps = 1168251, int accumulate = 16, int threads = 0);
[[run::autoconvert]] std::unique_ptr<llm::DataModule> data(int seq_length = 8192, int micro_batch_size = 1);

}  // namespace llama3_8b
