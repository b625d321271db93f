// The learning rate over a run: a linear warm-up to the highest rate, half a cosine down, a constant lowest rate.
#pragma once

namespace llm {

class CosineAnnealing {
 public:
  explicit CosineAnnealing(int warmup_steps = 2000, int constant_steps = 0, double min_lr = 3e-5);

  /// The rate of step 0, 1, … max_steps - 1.
  double learning_rate(int step, int max_steps, double max_lr) const;

 private:
  int warmup_steps_;
  int constant_steps_;
  double min_lr_;
};

}  // namespace llm
