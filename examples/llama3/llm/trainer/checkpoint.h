// Everything that a run needs to go on, in one file.
#pragma once

#include <filesystem>

#include "llm/optim/adamw.h"
#include "llm/torch.h"

namespace llm {

/// Writes weights, optimizer and number of steps done; the file is replaced at once or not at all.
void save_checkpoint(const std::filesystem::path& file, const torch::nn::Module& module, const AdamW& optimizer,
                     int steps);

/// Reads them back; returns the number of steps done. Throws where the file belongs to another model.
int load_checkpoint(const std::filesystem::path& file, torch::nn::Module& module, AdamW& optimizer);

}  // namespace llm
