// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Level {
 public:
  consteval Level(int value) : value_(value) {}
  int value_;
};
struct Gauge {
  Level level{1};
};
struct [[run::exempt]] Mark {
  consteval Mark(int at) : value(at) {}
  int value;
};
class Scale {
 public:
  explicit Scale(Mark mark);
};

// CHECK: :[[@LINE+2]]:45: error: 'Level' is consteval: it is called while the program is compiled, and not when a configuration is built [run-unsupported]
// CHECK: note: where 'Level' is a plain value to you, annotate the class {{\[\[}}run::exempt]]
[[run::autoconvert]] Level level() { return Level(3); }

[[run::autoconvert]] Scale scale() { return Scale(Mark(3)); }

#include "unsupported-consteval.run.h"
