// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <optional>

class Engine {
 public:
  explicit Engine(int power = 3);
};

struct Car {
  Engine engine{};
  std::optional<std::shared_ptr<Engine>> spare{};
  std::optional<std::shared_ptr<Engine>> none = std::nullopt;
};

[[run::autoconvert]] Car car() {
  // CHECK: :[[@LINE+2]]:23: error: an optional that holds nothing at all, but is not empty: a configuration has one word for both [run-unsupported]
  // CHECK: :[[@LINE+1]]:23: note: make it std::nullopt, or leave the optional out
  return Car{.spare = std::optional<std::shared_ptr<Engine>>(nullptr), .none = std::nullopt};
}

#include "unsupported-optional-of-nothing.run.h"
