#include "llm/trainer/checkpoint.h"

#include <cstdint>
#include <stdexcept>
#include <vector>

namespace llm {

namespace fs = std::filesystem;

namespace {

// torch takes whatever shape it reads: a file of another model would only be found out in the middle of a computation.
void load_weights(torch::serialize::InputArchive& weights, torch::nn::Module& module, const fs::path& file) {
  std::vector<std::vector<std::int64_t>> shapes;
  for (const auto& parameter : module.parameters()) shapes.push_back(parameter.sizes().vec());
  module.load(weights);
  auto shape = shapes.begin();
  for (const auto& parameter : module.named_parameters())
    if (parameter.value().sizes() != at::IntArrayRef(*shape++))
      throw std::runtime_error(file.string() + " is no checkpoint of this model: " + parameter.key() +
                               " has another shape");
}

}  // namespace

void save_checkpoint(const fs::path& file, const torch::nn::Module& module, const AdamW& optimizer, int steps) {
  torch::serialize::OutputArchive weights;
  module.save(weights);
  torch::serialize::OutputArchive state;
  optimizer.save(state);

  torch::serialize::OutputArchive archive;
  archive.write("steps", torch::tensor(steps));
  archive.write("model", weights);
  archive.write("optimizer", state);

  fs::create_directories(file.parent_path());
  const fs::path unfinished = file.string() + ".tmp";
  archive.save_to(unfinished.string());
  fs::rename(unfinished, file);
}

int load_checkpoint(const fs::path& file, torch::nn::Module& module, AdamW& optimizer) try {
  torch::serialize::InputArchive archive;
  archive.load_from(file.string());

  torch::serialize::InputArchive weights;
  archive.read("model", weights);
  load_weights(weights, module, file);

  torch::serialize::InputArchive state;
  archive.read("optimizer", state);
  optimizer.load(state);

  torch::Tensor steps;
  archive.read("steps", steps);
  return steps.item<int>();
} catch (const c10::Error& error) {
  throw std::runtime_error(file.string() + " is no checkpoint of this model: " + error.what_without_backtrace());
}

}  // namespace llm
