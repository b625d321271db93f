// Where a run writes: lines to the terminal, the same numbers to <dir>/<name>/metrics.csv, checkpoints beside it.
#pragma once

#include <filesystem>
#include <string>

namespace llm {

struct StepMetrics {
  int step;  // how many steps are done
  double loss;
  double learning_rate;
  double gradient_norm;
  double tokens_per_second;
};

class Logger {
 public:
  /// \param print lines on the terminal too
  explicit Logger(std::string dir = "results", std::string name = "default", bool print = true);

  /// Makes the folder; a run that begins anew begins its metrics anew.
  void setup(bool resumed) const;

  void train_step(const StepMetrics& metrics) const;
  void validation(int step, double loss) const;
  void message(const std::string& text) const;

  std::filesystem::path checkpoint_file() const;

 private:
  std::filesystem::path folder() const;
  void row(int step, const std::string& split, const std::string& numbers) const;

  std::string dir_;
  std::string name_;
  bool print_;
};

}  // namespace llm
