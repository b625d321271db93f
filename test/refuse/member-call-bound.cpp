// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s
// --implicit-check-not='{{^[^|]*(error|warning):}}' RUN: not ls %t
#include <functional>
#include <string>

class Engine {
 public:
  explicit Engine(int power);
  int start(int key, const std::string& name) const;
};

[[run::autoconvert]] auto starter() {
  // CHECK: :[[@LINE+2]]:10: error: the member function 'start' is bound to something configured: it cannot be a target
  // [run-member-call] CHECK: :[[@LINE+1]]:10: note: bind a function of your own that takes the object and calls 'start'
  return std::bind_front(&Engine::start, Engine(3), 4);
}

#include "member-call-bound.run.h"
