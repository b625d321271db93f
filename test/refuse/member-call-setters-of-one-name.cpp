// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Two setters of one name need not set the same thing: the configuration keeps one of them.
#include <string>
#include <utility>

class Level {
 public:
  void set_value(int number);
  void set_value(const std::string& text);
  void set_name(const std::string& name);
  void set_name(std::string&& name);
};

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

#include "member-call-setters-of-one-name.run.h"
