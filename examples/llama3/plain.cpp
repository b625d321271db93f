// The recipes as plain C++: called as they stand they build the objects. No run library, no tool, no generated code.
//
//   plain [STEPS] [FOLDER]     trains llama3_tiny; fails where the loss did not fall
#include <cstdlib>
#include <iostream>
#include <string>

#include "llm/pretrain.h"
#include "recipes/adam.h"
#include "recipes/defaults.h"
#include "recipes/llama3_8b.h"
#include "recipes/llama3_tiny.h"

int main(int argc, char** argv) {
  const int steps = argc > 1 ? std::atoi(argv[1]) : 30;
  const std::string folder = argc > 2 ? argv[2] : "results";

  // Until it is trained a model is only its description: this one costs nothing.
  if (llama3_8b::model() == nullptr) return EXIT_FAILURE;

  const auto result = llm::pretrain(llama3_tiny::model(), llama3_tiny::trainer(steps), llama3_tiny::data(),
                                    llm::default_log(folder, "llama3_tiny"),
                                    adam::distributed_fused_adam_with_cosine_annealing(/*max_lr=*/6e-3,
                                                                                       /*warmup_steps=*/10));
  std::cout << "loss " << result.first_loss << " -> " << result.last_loss << ", on text it has not seen "
            << result.validation_loss << '\n';
  return result.last_loss < 0.9 * result.first_loss ? EXIT_SUCCESS : EXIT_FAILURE;
}
