// Plain text files as bytes: a token is a byte, the vocabulary has 256.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "llm/data/data_module.h"

namespace llm {

class ByteText : public DataModule {
 public:
  /// \param seq_length tokens in a window
  /// \param micro_batch_size windows in a batch
  /// \param folder its regular files are the text; the default is on every Debian machine
  /// \param validation_fraction the end of each file that is kept for validation
  explicit ByteText(int seq_length = 8192, int micro_batch_size = 1, std::string folder = "/usr/share/common-licenses",
                    double validation_fraction = 0.1, int seed = 1234);

  void setup() override;
  Batch train_batch(std::int64_t index) const override;
  Batch validation_batch(std::int64_t index) const override;

 private:
  Batch random_windows(const std::vector<std::uint8_t>& text, std::uint64_t seed) const;

  int seq_length_;
  int micro_batch_size_;
  std::string folder_;
  double validation_fraction_;
  int seed_;
  std::vector<std::uint8_t> train_;
  std::vector<std::uint8_t> validation_;
};

}  // namespace llm
