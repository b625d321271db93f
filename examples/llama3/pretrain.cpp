// Pretraining from the command line: its words are the configuration of llm::pretrain.
//
//   llama3-pretrain --factory llama3_tiny trainer.max_steps=200 optim.max_lr=1e-3 --to-yaml run.yaml
//   llama3-pretrain --yaml run.yaml 'executor=local()'
#include <run/run.h>

#include "llm/pretrain.run.h"
#include "recipes/executors.run.h"
#include "recipes/experiments.run.h"

int main(int argc, char** argv) { return run::cli::entrypoint<&llm::pretrain>(argc, argv); }
