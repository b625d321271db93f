#include "llm/optim/cosine_annealing.h"

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace llm {

CosineAnnealing::CosineAnnealing(int warmup_steps, int constant_steps, double min_lr)
    : warmup_steps_(warmup_steps), constant_steps_(constant_steps), min_lr_(min_lr) {
  if (warmup_steps < 0 || constant_steps < 0)
    throw std::invalid_argument("CosineAnnealing: the number of steps must not be negative");
}

double CosineAnnealing::learning_rate(int step, int max_steps, double max_lr) const {
  if (step < warmup_steps_) return max_lr * (step + 1) / warmup_steps_;
  const int decay_steps = max_steps - warmup_steps_ - constant_steps_;
  const int decayed = step - warmup_steps_;
  if (decayed >= decay_steps) return min_lr_;
  return min_lr_ + (max_lr - min_lr_) * 0.5 * (1.0 + std::cos(std::numbers::pi * decayed / decay_steps));
}

}  // namespace llm
