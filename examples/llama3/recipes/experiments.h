// Whole runs, for the command line: `--factory llama3_tiny`.
#pragma once

#include "llm/pretrain.h"
#include "recipes/adam.h"
#include "recipes/defaults.h"
#include "recipes/llama3_8b.h"
#include "recipes/llama3_tiny.h"

namespace experiments {

/// A Llama 3 of a hundred thousand weights: half a minute.
[[run::autoconvert(partial)]]
inline llm::TrainingResult llama3_tiny() {
  return llm::pretrain(::llama3_tiny::model(), ::llama3_tiny::trainer(), ::llama3_tiny::data(),
                       llm::default_log("results", "llama3_tiny"),
                       adam::distributed_fused_adam_with_cosine_annealing(/*max_lr=*/6e-3, /*warmup_steps=*/10),
                       llm::default_resume());
}

/// Llama 3 8B. It wants a larger machine.
[[run::autoconvert(partial)]]
inline llm::TrainingResult llama3_8b() {
  return llm::pretrain(::llama3_8b::model(), ::llama3_8b::trainer(), ::llama3_8b::data(),
                       llm::default_log("results", "llama3_8b"), adam::distributed_fused_adam_with_cosine_annealing(),
                       llm::default_resume());
}

}  // namespace experiments
