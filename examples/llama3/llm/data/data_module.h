// What a trainer wants from data.
#pragma once

#include <cstdint>

namespace llm {

struct Batch;

class DataModule {
 public:
  virtual ~DataModule() = default;

  /// Reads the data. Until then a data module is only its description, and cheap.
  virtual void setup() = 0;

  /// The training batch of that number, always the same one: a resumed run goes on where it stopped.
  virtual Batch train_batch(std::int64_t index) const = 0;

  /// The validation batch of that number; never a token of it is in a training batch.
  virtual Batch validation_batch(std::int64_t index) const = 0;
};

}  // namespace llm
