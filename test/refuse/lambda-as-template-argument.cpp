// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

class Schedule {
 public:
  template <class Curve>
  Schedule(Curve curve, int steps) : steps_(curve(steps)) {}

 private:
  int steps_;
};

template <class T>
struct Box {
  T value;
};

// That the type of a lambda or of a local class has no name outside is said once.
[[run::autoconvert]] std::shared_ptr<Schedule> schedule(int n) {
// CHECK: :[[@LINE+1]]:37: error: a lambda in a recipe [run-lambda]
  return std::make_shared<Schedule>([n](int x) { return x * n; }, 3);
}

[[run::autoconvert]] Schedule called(int n) {
// CHECK: :[[@LINE+1]]:10: error: the class 'Twice' is defined inside a recipe [run-local-class]
  struct Twice {
    int operator()(int x) const { return 2 * x; }
  };
  return Schedule(Twice(), n);
}

[[run::autoconvert]] Box<int> boxed(int n) {
// CHECK: :[[@LINE+1]]:10: error: the class 'Width' is defined inside a recipe [run-local-class]
  struct Width {
    int of;
  };
  Box<Width> box{Width{n}};
  return Box<int>{box.value.of};
}

#include "lambda-as-template-argument.run.h"
