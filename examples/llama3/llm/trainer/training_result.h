// What a training run says of itself.
#pragma once

namespace llm {

struct TrainingResult {
  /// Steps that were in the checkpoint, 0 for a run from the beginning.
  int resumed_steps = 0;
  /// Steps that this run made.
  int steps_run = 0;
  /// Training loss of this run's first and last step, in nats a token; 0 where it made none.
  double first_loss = 0.0;
  double last_loss = 0.0;
  /// Loss on the validation text after the last step.
  double validation_loss = 0.0;

  bool operator==(const TrainingResult&) const = default;
};

}  // namespace llm
