// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <vector>

class Lamp {
 public:
  virtual ~Lamp() = default;
  void set_level(int level);
  virtual void set_colour(int colour);
  Lamp& size(int size);
  Lamp& tint(int tint);
};

class Spot : public Lamp {
 public:
  void set_level(int level);
  void set_colour(int colour) override;
  Spot& tint(int tint);
};

struct Rig {
  std::unique_ptr<Lamp> key{};
  std::vector<std::shared_ptr<Lamp>> all{};
};

[[run::autoconvert]] std::unique_ptr<Lamp> behind_base(int n) {
  std::unique_ptr<Lamp> lamp = std::make_unique<Spot>();
// CHECK: :[[@LINE+2]]:3: error: the configuration would call the 'set_level' of 'Spot', not this one of 'Lamp' [run-member-call]
// CHECK: note: do it in a function of your own, whose call becomes a node of the configuration
  lamp->set_level(n);
  lamp->set_colour(n);
  lamp->size(n);
  return lamp;
}

[[run::autoconvert]] Spot qualified(int n) {
  Spot spot;
  spot.set_level(n);
// CHECK: :[[@LINE+1]]:3: error: the configuration would call the 'set_level' of 'Spot', not this one of 'Lamp' [run-member-call]
  spot.Lamp::set_level(n);
// CHECK: :[[@LINE+1]]:3: error: the configuration would call the 'set_colour' of 'Spot', not this one of 'Lamp' [run-member-call]
  spot.Lamp::set_colour(n);
  spot.Lamp::size(n);
  return spot;
}

[[run::autoconvert]] Rig held(int n) {
  Rig rig;
  rig.key = std::make_unique<Lamp>();
  rig.key->set_level(n);
  rig.all.push_back(std::make_shared<Spot>());
  rig.all.back()->set_colour(n);
// CHECK: :[[@LINE+1]]:3: error: the configuration would call the 'set_level' of 'Spot', not this one of 'Lamp' [run-member-call]
  rig.all.back()->set_level(n);
  return rig;
}

// What another recipe makes may be of any class.
std::unique_ptr<Lamp> made_below();
Rig rig_below();

[[run::autoconvert]] std::unique_ptr<Lamp> of_another(int n) {
  auto lamp = made_below();
// CHECK: :[[@LINE+1]]:3: error: the configuration would call the 'set_level' of 'Spot', not this one of 'Lamp' [run-member-call]
  lamp->set_level(n);
  lamp->set_colour(n);
  return lamp;
}

[[run::autoconvert]] Rig in_another(int n) {
  Rig rig = rig_below();
// CHECK: :[[@LINE+1]]:3: error: the configuration would call the 'set_level' of 'Spot', not this one of 'Lamp' [run-member-call]
  rig.key->set_level(n);
  return rig;
}

[[run::autoconvert]] Lamp chained(int n) {
// CHECK: :[[@LINE+1]]:10: error: the configuration would call the 'tint' of 'Spot', not this one of 'Lamp' [run-member-call]
  return made_below()->tint(n);
}

[[run::autoconvert]] std::unique_ptr<Lamp> made_below() { return std::make_unique<Spot>(); }
[[run::autoconvert]] Rig rig_below() { return Rig{.key = std::make_unique<Spot>()}; }

#include "member-call-hidden.run.h"
