// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/holders.run.h
#include <memory>
#include <optional>

class Machine {
 public:
  virtual ~Machine() = default;
};

// CHECK-LABEL: struct run::Target<::Engine>
// CHECK: using Bases = ::run::Bases<::Machine>;
class Engine : public Machine {
 public:
  explicit Engine(int power);
};

class Car {
 public:
  Car(std::unique_ptr<Machine> front, std::shared_ptr<const Machine> rear, std::optional<Engine> spare = std::nullopt);
};

// CHECK: inline ::run::Config<::Engine> autoconvert_unique(int n) { return ::run::Config<::Engine>({.power = n}); }
[[run::autoconvert]] inline std::unique_ptr<Engine> unique(int n) { return std::make_unique<Engine>(n); }

// CHECK: inline ::run::Config<::Engine> autoconvert_shared(int n) { return ::run::Config<::Engine>({.power = n}); }
[[run::autoconvert]] inline std::shared_ptr<Machine> shared(int n) { return std::make_shared<Engine>(n); }

// CHECK: return ::run::Config<::Car>({.front = ::run::Config<::Engine>({.power = n}), .rear = ::run::Config<::Engine>({.power = 2}), .spare = ::run::Config<::Engine>({.power = 3})});
[[run::autoconvert]] inline Car car(int n) {
  return Car(std::make_unique<Engine>(n), std::make_shared<Engine>(2), Engine(3));
}

// CHECK: return ::run::Config<::Car>({.front = nullptr, .rear = nullptr, .spare = nullptr});
[[run::autoconvert]] inline Car empty() { return Car(nullptr, {}, std::nullopt); }
