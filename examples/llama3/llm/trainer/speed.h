// Tokens a second.
#pragma once

#include <chrono>
#include <cstdint>

namespace llm {

/// Measures from one question to the next.
class Speed {
 public:
  void add(std::int64_t tokens) { tokens_ += tokens; }

  double per_second() {
    const auto now = Clock::now();
    const double seconds = std::chrono::duration<double>(now - since_).count();
    const double rate = seconds > 0 ? static_cast<double>(tokens_) / seconds : 0.0;
    since_ = now;
    tokens_ = 0;
    return rate;
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point since_ = Clock::now();
  std::int64_t tokens_ = 0;
};

}  // namespace llm
