// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Machine {
 public:
  virtual ~Machine() = default;
  virtual void start() = 0;
};

class Engine : public Machine {
 public:
  explicit Engine(int power);
  void start() override;
};

[[run::autoconvert]] std::unique_ptr<Machine> machine(int n) {
  std::unique_ptr<Machine> machine = std::make_unique<Engine>(n);
// CHECK: :[[@LINE+1]]:12: error: the member function 'start' is called on a configured object of type 'Machine'
  machine->start();
  return machine;
}

#include "member-call-virtual.run.h"
