// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What a container begins with is finished where it holds objects that a constructor makes: those are not set in part.
#include <array>
#include <optional>
#include <vector>

class Tyre {
 public:
  explicit Tyre(int inches = 17) : inches_(inches) {}
  int inches() const { return inches_; }
  int pressure = 2;

 private:
  int inches_;
};
struct Wheel {
  int bolts = 5;
  Tyre tyre{};
};
struct Car {
  std::array<Wheel, 4> wheels{};
  std::vector<Wheel> more{};
  std::optional<Wheel> spare = Wheel{.bolts = 4};
  Wheel front{.bolts = 6};
};

[[run::autoconvert]] Car car() {
  Car car;
  car.wheels[0].bolts = 4;
  // CHECK: :[[@LINE+1]]:3: error: the elements that 'wheels' begins with cannot be read while the recipe is converted: assign it first [run-value-of-configured]
  car.wheels[0].tyre.pressure = 3;
  // CHECK: :[[@LINE+1]]:3: error: the elements that 'spare' begins with cannot be read while the recipe is converted: assign it first [run-value-of-configured]
  car.spare->tyre.pressure = 3;
  return car;
}

// A copy of what a member begins with is finished, too.
[[run::autoconvert]] Wheel copied() {
  const Wheel plain;
  Wheel wheel;
  wheel.tyre = plain.tyre;
  // CHECK: :[[@LINE+1]]:3: error: the member 'pressure' lies in an object that is made when the configuration is built: it does not exist yet [run-value-of-configured]
  wheel.tyre.pressure = 3;
  return wheel;
}

[[run::autoconvert]] Car assigned() {
  Car car;
  car.wheels[0] = Wheel{};
  car.wheels[0].tyre.pressure = 3;
  car.wheels[1].tyre = Tyre(16);
  car.wheels[1].tyre.pressure = 3;
  car.more.push_back(Wheel{});
  car.more.back().tyre.pressure = 3;
  car.spare = Wheel{};
  car.spare->tyre.pressure = 3;
  car.front.tyre.pressure = 3;
  return car;
}

#include "value-of-configured-unsaid-elements.run.h"
