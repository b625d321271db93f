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

[[run::autoconvert]] Car twice(std::shared_ptr<Engine> engine) {
// CHECK: :[[@LINE+2]]:8: error: 'held' shares one copy of the parameter 'engine': whoever has it would get a copy of its own where the parameter is a finished object [run-unsupported]
// CHECK: :[[@LINE-2]]:56: note: make the object in the recipe, of parameters that are values, or let a function of your own return the copy
  auto held = std::make_shared<Engine>(*engine);
  return Car{.engine = held, .spare = held};
}

class Turbo : public Engine {};
[[run::autoconvert]] Car base(std::shared_ptr<Turbo> turbo) {
// CHECK: :[[@LINE+1]]:24: error: this copies the base 'Engine' of a 'Turbo' alone: behind a pointer, the configuration would be all of it [run-unsupported]
  return Car{.engine = std::make_shared<Engine>(*turbo)};
}

#include "unsupported-shared-copy-of-parameter.run.h"
