// A recipe that is no configuration: what it builds depends on a choice. Not part of the program; demo.sh shows what
// run-autoconvert says about it. The way out that it names is in main.cpp: model_for().
#include <memory>

#include "nemo/llm.h"

namespace recipes {

[[run::autoconvert]]
std::unique_ptr<nemo::LightningModule> model_for(bool long_context) {
  if (long_context) {
    return std::make_unique<nemo::LlamaModel>(nemo::Llama3Config8B{.seq_length = 32768});
  }
  return std::make_unique<nemo::LlamaModel>(nemo::Llama3Config8B{});
}

}  // namespace recipes

#include "refused.run.h"
