// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Two setters of one name need not set the same thing: the configuration keeps one of them.
#include <string>
#include <utility>
#include <vector>

class Level {
 public:
  void set_value(int number);
  void set_value(const std::string& text);
  void set_name(const std::string& name);
  void set_name(std::string&& name);
  Level& level(int number);
  Level& level(const std::string& text);

 private:
  int level_ = 0;
};
Level kept(Level level);

[[run::autoconvert]] Level both(int n) {
  Level level;
  level.set_value(n);
// CHECK: :[[@LINE+2]]:9: error: another function 'set_value' was called on this object, and nothing says that this one replaces what that one set [run-member-call]
// CHECK: note: call one of them; or do it in a function of your own, whose call becomes a node of the configuration
  level.set_value("high");
  return level;
}

[[run::autoconvert(allow_control_flow)]] Level either(int n) {
  Level level;
  std::string name = "a";
  level.set_name(name);
  level.set_name("b");
  if (n > 2)
    level.set_value(n);
  else
    level.set_value("low");
  return level;
}

[[run::autoconvert(allow_control_flow)]] Level behind_a_branch(int n) {
  Level level;
  if (n > 2) level.set_value(n);
// CHECK: :[[@LINE+1]]:9: error: another function 'set_value' was called on this object
  level.set_value("high");
  return level;
}

[[run::autoconvert]] Level in_a_chain(int n) {
// CHECK: :[[@LINE+1]]:32: error: another function 'level' was called on this object
  return kept(Level().level(n).level("high"));
}

[[run::autoconvert]] Level begun_by_a_chain(int n) {
  Level level = Level().level(n);
  Level copy = level;
// CHECK: :[[@LINE+1]]:8: error: another function 'level' was called on this object
  copy.level("high");
  return copy;
}

[[run::autoconvert]] Level numbered(int n) { return Level().level(n); }
[[run::autoconvert]] Level of_a_recipe(int n) {
  Level level = numbered(n);
// CHECK: :[[@LINE+1]]:9: error: another function 'level' was called on this object
  level.level("high");
  return level;
}
[[run::autoconvert]] Level on_a_recipe(int n) {
// CHECK: :[[@LINE+1]]:22: error: another function 'level' was called on this object
  return numbered(n).level("high");
}

[[run::autoconvert(allow_control_flow)]] Level of_two_results(int n) {
  if (n > 2) return Level();
  return Level().level(n);
}
[[run::autoconvert]] Level of_either(int n) {
  Level level = of_two_results(n);
// CHECK: :[[@LINE+1]]:9: error: another function 'level' was called on this object
  level.level("high");
  return level;
}

// Whichever was called, one of the ways that lead here called the other one.
[[run::autoconvert(allow_control_flow)]] Level behind_both(int n) {
  Level level;
  if (n > 2)
    level.level("low");
  else
    level.level(n);
// CHECK: :[[@LINE+1]]:9: error: another function 'level' was called on this object
  level.level(n);
  return level;
}

[[run::autoconvert(allow_control_flow)]] std::vector<Level> in_braces(int n) {
  std::vector<Level> levels = {Level(), numbered(n)};
  for (Level& level : levels)
// CHECK: :[[@LINE+1]]:11: error: another function 'level' was called on this object
    level.level("high");
  return levels;
}

// Each turn calls one of them, and both are called on the one object.
[[run::autoconvert(allow_control_flow)]] Level in_turns(int n) {
  Level level;
  for (int i = 0; i < n; ++i) {
    if (i % 2 == 0)
      level.set_value(i);
    else
// CHECK: :[[@LINE+1]]:13: error: another function 'set_value' was called on this object
      level.set_value("odd");
  }
  return level;
}
[[run::autoconvert(allow_control_flow)]] std::vector<Level> each_in_its_turn(int n) {
  std::vector<Level> levels(3);
  for (Level& level : levels) {
    if (n > 2)
      level.set_value(n);
    else
      level.set_value("low");
  }
  for (int i = 0; i < n; ++i) {
    Level level;
    if (i % 2 == 0)
      level.set_value(i);
    else
      level.set_value("odd");
    levels.push_back(level);
  }
  return levels;
}

#include "member-call-setters-of-one-name.run.h"
