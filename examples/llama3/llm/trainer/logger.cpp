#include "llm/trainer/logger.h"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <utility>

namespace llm {
namespace {

template <class... Numbers>
std::string text(const char* format, Numbers... numbers) {
  char buffer[160];
  std::snprintf(buffer, sizeof buffer, format, numbers...);
  return buffer;
}

}  // namespace

Logger::Logger(std::string dir, std::string name, bool print)
    : dir_(std::move(dir)), name_(std::move(name)), print_(print) {}

void Logger::setup(bool resumed) const {
  std::filesystem::create_directories(folder());
  if (resumed) return;
  std::ofstream out(folder() / "metrics.csv", std::ios::trunc);
  out << "step,split,loss,learning_rate,gradient_norm,tokens_per_second\n";
  if (!out.flush()) throw std::runtime_error("cannot write to " + folder().string());
}

void Logger::train_step(const StepMetrics& m) const {
  message(text("step %5d | loss %.4f | lr %.2e | gradient %.2f | %.0f tokens/s", m.step, m.loss, m.learning_rate,
               m.gradient_norm, m.tokens_per_second));
  row(m.step, "train", text("%.6f,%.6g,%.6g,%.0f", m.loss, m.learning_rate, m.gradient_norm, m.tokens_per_second));
}

void Logger::validation(int step, double loss) const {
  message(text("step %5d | validation loss %.4f", step, loss));
  row(step, "validation", text("%.6f,,,", loss));
}

void Logger::message(const std::string& line) const {
  if (print_) std::cout << line << std::endl;
}

std::filesystem::path Logger::checkpoint_file() const { return folder() / "checkpoints" / "last.pt"; }

std::filesystem::path Logger::folder() const { return std::filesystem::path(dir_) / name_; }

void Logger::row(int step, const std::string& split, const std::string& numbers) const {
  std::ofstream(folder() / "metrics.csv", std::ios::app) << step << ',' << split << ',' << numbers << '\n';
}

}  // namespace llm
