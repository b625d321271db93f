// A Llama 3 of a hundred thousand weights, on bytes: within half a minute it learns which letters follow each other.
#pragma once

#include <memory>

#include "llm/data/data_module.h"
#include "llm/model/language_model.h"
#include "llm/trainer/trainer.h"

namespace llama3_tiny {

[[run::autoconvert]] std::unique_ptr<llm::LanguageModel> model(int seq_length = 64);
[[run::autoconvert]] llm::Trainer trainer(int max_steps = 150, int threads = 1);
[[run::autoconvert]] std::unique_ptr<llm::DataModule> data(int seq_length = 64, int micro_batch_size = 4);

}  // namespace llama3_tiny
