// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Engine {
 public:
  explicit Engine(int power = 3);
};

struct Car {
  std::shared_ptr<Engine> engine{};
  std::shared_ptr<Engine> spare{};
};

[[run::autoconvert]] Car one(const Engine& engine) {
  auto held = std::make_shared<Engine>(engine);
  return Car{.engine = held};
}

[[run::autoconvert]] Car car(const Engine& engine) {
// CHECK: :[[@LINE+2]]:8: error: 'held' shares one copy of the parameter 'engine': whoever has it would get a copy of its own where the parameter is a finished object [run-unsupported]
// CHECK: :[[@LINE-2]]:44: note: let the recipe take a std::shared_ptr
  auto held = std::make_shared<Engine>(engine);
  return Car{.engine = held, .spare = held};
}

#include "unsupported-shared-copy-of-parameter.run.h"
