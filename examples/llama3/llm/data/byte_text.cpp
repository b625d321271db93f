#include "llm/data/byte_text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <utility>

#include "llm/data/batch.h"

namespace llm {
namespace {

namespace fs = std::filesystem;

// Sorted, so that every machine with the same files has the same text; links would only repeat it.
std::vector<fs::path> text_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file() && !entry.is_symlink()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::uint8_t> read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

ByteText::ByteText(int seq_length, int micro_batch_size, std::string folder, double validation_fraction, int seed)
    : seq_length_(seq_length),
      micro_batch_size_(micro_batch_size),
      folder_(std::move(folder)),
      validation_fraction_(validation_fraction),
      seed_(seed) {
  if (seq_length < 1 || micro_batch_size < 1) throw std::invalid_argument("ByteText: every size must be positive");
  if (validation_fraction < 0 || validation_fraction >= 1)
    throw std::invalid_argument("ByteText: validation_fraction must be at least 0 and below 1");
}

void ByteText::setup() {
  train_.clear();
  validation_.clear();
  for (const auto& file : text_files(folder_)) {
    const auto text = read(file);
    const auto kept = static_cast<std::ptrdiff_t>(static_cast<double>(text.size()) * validation_fraction_);
    train_.insert(train_.end(), text.begin(), text.end() - kept);
    validation_.insert(validation_.end(), text.end() - kept, text.end());
  }
}

Batch ByteText::train_batch(std::int64_t index) const {
  return random_windows(train_, static_cast<std::uint64_t>(seed_) << 32U | static_cast<std::uint64_t>(index));
}

Batch ByteText::validation_batch(std::int64_t index) const {
  return random_windows(validation_, ~(static_cast<std::uint64_t>(seed_) << 32U | static_cast<std::uint64_t>(index)));
}

Batch ByteText::random_windows(const std::vector<std::uint8_t>& text, std::uint64_t seed) const {
  const auto window = static_cast<std::size_t>(seq_length_) + 1;  // one more: the last label
  if (text.size() < window)
    throw std::runtime_error(folder_ + " has too little text: windows of " + std::to_string(window) + " bytes from " +
                             std::to_string(text.size()));

  std::mt19937_64 random(seed);
  const auto windows = torch::empty({micro_batch_size_, seq_length_ + 1}, torch::kInt64);
  auto* out = windows.data_ptr<std::int64_t>();
  for (int i = 0; i < micro_batch_size_; ++i) {
    const auto start = static_cast<std::ptrdiff_t>(random() % (text.size() - window + 1));
    out = std::copy_n(text.begin() + start, window, out);
  }
  return {windows.narrow(1, 0, seq_length_), windows.narrow(1, 1, seq_length_)};
}

}  // namespace llm
