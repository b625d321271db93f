// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Options {
 public:
  Options();
  Options& exclude(int index);
};

[[run::autoconvert]] Options options() {
// CHECK: :[[@LINE+1]]:31: error: the member function 'exclude' is called on a configured object of type 'Options'
  return Options().exclude(1).exclude(2);
}

// By another overload: neither that one nor what it has set is a way out.
enum Direction { Row, Column };
enum Wrap { Cut, Break };
class Flow {
 public:
  Flow();
  Flow& Set(Direction direction);
  Flow& Set(Wrap wrap);
  Flow& gap(int width);
};

[[run::autoconvert]] Flow flow() {
// CHECK: :[[@LINE+2]]:26: error: the member function 'Set' is called on a configured object of type 'Flow'
// CHECK: note: 'Set' is called more than once, and nothing says that it replaces what it set: {{.*}}; 'Flow' has 'gap'; or
  return Flow().Set(Row).Set(Break);
}

#include "member-call-fluent-twice.run.h"
