#include "llm/pretrain.h"

#include <stdexcept>

namespace llm {

TrainingResult pretrain(std::shared_ptr<LanguageModel> model, Trainer trainer, std::shared_ptr<DataModule> data,
                        Logger log, MegatronOptimizer optim, std::shared_ptr<AutoResume> resume) {
  if (model == nullptr || data == nullptr) throw std::invalid_argument("pretrain: a run needs a model and data");
  return trainer.fit(*model, *data, optim, log, resume.get());
}

}  // namespace llm
