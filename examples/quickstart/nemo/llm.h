// A code base as a team has it. It knows nothing of recipes or configurations.
#pragma once

#include <memory>
#include <string>
#include <utility>

namespace nemo {

struct Llama3Config8B {
  int seq_length = 8192;
  int num_layers = 32;
  double dropout = 0.0;
  bool operator==(const Llama3Config8B&) const = default;
};

class LightningModule {
 public:
  virtual ~LightningModule() = default;
  virtual std::string describe() const = 0;
};

class LlamaModel : public LightningModule {
 public:
  explicit LlamaModel(Llama3Config8B config, std::string name = "llama3") : config_(config), name_(std::move(name)) {}
  std::string describe() const override {
    return name_ + " with " + std::to_string(config_.num_layers) + " layers and a context of " +
           std::to_string(config_.seq_length) + " tokens";
  }
  bool operator==(const LlamaModel& other) const { return config_ == other.config_ && name_ == other.name_; }

 private:
  Llama3Config8B config_;
  std::string name_;
};

class MockDataModule {
 public:
  explicit MockDataModule(int seq_length, int global_batch_size = 512)
      : seq_length_(seq_length), global_batch_size_(global_batch_size) {}
  int tokens_per_step() const { return seq_length_ * global_batch_size_; }

 private:
  int seq_length_;
  int global_batch_size_;
};

struct Adam {
  double lr = 3e-4;
  double weight_decay = 0.1;
};

class Trainer {
 public:
  explicit Trainer(Adam optim, int max_steps = 1000) : optim_(optim), max_steps_(max_steps) {}
  const Adam& optim() const { return optim_; }
  int max_steps() const { return max_steps_; }

 private:
  Adam optim_;
  int max_steps_;
};

/// Stands for the training: says what it would do.
inline std::string pretrain(std::unique_ptr<LightningModule> model, const Trainer& trainer,
                            const MockDataModule& data) {
  return model->describe() + ": " + std::to_string(trainer.max_steps()) + " steps of " +
         std::to_string(data.tokens_per_step()) + " tokens, lr " + std::to_string(trainer.optim().lr);
}

}  // namespace nemo
