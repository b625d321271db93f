// The numbers of AdamW.
#pragma once

namespace llm {

struct OptimizerConfig {
  /// Highest learning rate, reached when the warm-up ends.
  double lr = 3e-4;
  /// On matrices only: norms and biases are not decayed.
  double weight_decay = 0.1;
  double adam_beta1 = 0.9;
  double adam_beta2 = 0.95;
  double adam_eps = 1e-5;

  bool operator==(const OptimizerConfig&) const = default;
};

}  // namespace llm
