// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <string>

struct Engine {
  int power = 1;
};

class Car {
 public:
  void set_engine(Engine& engine);
  void setSpare(const Engine* spare);
  Car& third(Engine* third);
  void set_owned(std::shared_ptr<Engine> owned);
  void set_name(std::string name = "car");
};

[[run::autoconvert]] Car car() {
  Engine engine{.power = 2};
  auto shared = std::make_shared<Engine>();
  Car car;
// CHECK: :[[@LINE+1]]:18: error: the parameter 'engine' of 'set_engine' is a reference to something that it may change [run-reference]
  car.set_engine(engine);
// CHECK: :[[@LINE+1]]:16: error: the address of 'engine', a configured object: it does not exist while the recipe is converted [run-reference]
  car.setSpare(&engine);
// CHECK: :[[@LINE+1]]:13: error: the address of 'shared', a configured object: it does not exist while the recipe is converted [run-reference]
  car.third(shared.get());
  car.set_owned(shared);
// CHECK: :[[@LINE+1]]:7: error: the member function 'setSpare' is called on a configured object of type 'Car', which does not exist while the recipe is converted [run-member-call]
  car.setSpare(nullptr);
// CHECK: :[[@LINE+2]]:7: error: the member function 'set_name' is called on a configured object of type 'Car', which does not exist while the recipe is converted [run-member-call]
// CHECK: note: 'set_name' is given nothing here, a setter is given one value: pass the setting
  car.set_name();
  return car;
}

#include "reference-parameter-of-setter.run.h"
