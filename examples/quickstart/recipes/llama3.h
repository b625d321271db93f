// Recipes: ordinary functions that build the objects. The attribute is for run-autoconvert; a compiler ignores it.
#pragma once

#include <memory>
#include <string>

#include "nemo/llm.h"

namespace recipes {

[[run::autoconvert]]
inline std::unique_ptr<nemo::LightningModule> automodel(int seq_length = 8192) {
  return std::make_unique<nemo::LlamaModel>(nemo::Llama3Config8B{.seq_length = seq_length});
}

[[run::autoconvert]]
inline nemo::Trainer trainer(double max_lr = 3e-4, int epochs = 10) {
  // Comments, formatting and arithmetic stay as they are.
  return nemo::Trainer(nemo::Adam{.lr = max_lr, .weight_decay = 0.01}, 100 * epochs);
}

/// The root becomes a run::Partial: built, it is a function that can be called later.
[[run::autoconvert(partial)]]
inline std::string pretraining(int seq_length = 8192) {
  return nemo::pretrain(automodel(seq_length), trainer(), nemo::MockDataModule(seq_length));
}

}  // namespace recipes
