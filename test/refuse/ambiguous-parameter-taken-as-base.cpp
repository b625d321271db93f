// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Of an object that is given to a place of its base C++ takes that alone; the configuration keeps the whole, in which a
// name may mean another member or setter.
#include <map>
#include <string>
#include <vector>

struct Pin {
  int size = 1;
  int count = 1;
};
struct Bolt : Pin {
  int size = 2;
};
struct Nut : Pin {
  explicit Nut(int size) : Pin{size} {}
};

class Valve {
 public:
  void set_flow(int flow) { flow_ = flow; }
  int flow() const { return flow_; }

 private:
  int flow_ = 0;
};
class Gauge : public Valve {
 public:
  void set_flow(int flow) { shown_ = flow; }
  int shown() const { return shown_; }

 private:
  int shown_ = 0;
};

struct Box {
  std::vector<Pin> pins;
  std::map<std::string, Pin> named;
  Pin first{};
  std::vector<Valve> valves;
};

[[run::autoconvert]] Box box() {
  Box box;
  box.pins.push_back(Bolt());
  // CHECK: :[[@LINE+1]]:3: error: the member 'size' of the base 'Pin' shares its name with another member of 'Bolt': an argument of that name would not be this one [run-ambiguous-parameter]
  box.pins[0].size = 8;
  box.pins[0].count = 8;
  box.named["a"] = Nut(4);
  // CHECK: :[[@LINE+1]]:3: error: the member 'size' of the base 'Pin' shares its name with another member of 'Bolt': an argument of that name would not be this one [run-ambiguous-parameter]
  box.named["a"].size = 8;
  box.valves.push_back(Gauge());
  // CHECK: :[[@LINE+1]]:3: error: the configuration would call the 'set_flow' of 'Gauge', not this one of 'Valve' [run-member-call]
  box.valves[0].set_flow(3);
  return box;
}

[[run::autoconvert]] Box nuts() {
  Box box;
  box.first = Nut(4);
  // CHECK: :[[@LINE+1]]:3: error: the member 'size' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  box.first.size = 8;
  return box;
}

[[run::autoconvert]] Box plain() {
  Box box;
  box.pins.push_back({.size = 3});
  box.pins[0].size = 8;
  return box;
}

[[run::autoconvert]] Nut nut(int size) { return Nut(size); }
[[run::autoconvert]] Box by_recipe() {
  Box box;
  box.pins.push_back(nut(4));
  // CHECK: :[[@LINE+1]]:3: error: the member 'size' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  box.pins.back().size = 3;
  box.pins.back().count = 2;
  return box;
}

#include "ambiguous-parameter-taken-as-base.run.h"
