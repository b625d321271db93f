// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/locals-reassigned.run.h
#include <memory>

class Machine {
 public:
  virtual ~Machine() = default;
};

class Engine : public Machine {
 public:
  explicit Engine(int power);
};

class Motor : public Machine {
 public:
  explicit Motor(int volts);
};

// CHECK-LABEL: autoconvert_machine
// CHECK-NEXT: ::run::Config<::Machine> machine{{.*}}::run::Config<::Engine>({.power = n}){{.*}};
// CHECK-NEXT: machine = ::run::Config<::Motor>({.volts = 3});
// CHECK-NEXT: return machine;
[[run::autoconvert]] inline std::unique_ptr<Machine> machine(int n) {
  std::unique_ptr<Machine> machine = std::make_unique<Engine>(n);
  machine = std::make_unique<Motor>(3);
  return machine;
}
