// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Stage {
 public:
  explicit Stage(int size);
  Stage& operator=(int size);
};

class Path {
 public:
  Path(const char* text);
  Path& operator=(const char* text);
};
struct Options {
  Path file{"a"};
};

[[run::autoconvert]] Stage stage(int n) {
  Stage stage(n);
// CHECK: :[[@LINE+3]]:9: error: the operator '=' is applied to a configured object
// CHECK: :[[@LINE+2]]:9: note: assign an object of the class itself, 'Stage(…)'
// CHECK: :[[@LINE+1]]:3: note: or, where 'Stage' is a plain value to you, annotate the class {{.*}}run::exempt{{.*}} or name it under `exempt:` in a file .run-autoconvert
  stage = 3;
  return stage;
}

[[run::autoconvert]] Options options() {
  Options options;
// CHECK: :[[@LINE+4]]:16: error: the operator '=' is applied to a configured object
// CHECK: :[[@LINE+3]]:16: note: assign an object of the class itself, 'Path(…)'
// CHECK: :[[@LINE+2]]:18: note: where it does the same, write Path("b")
// CHECK: :[[@LINE+1]]:3: note: or, where 'Path' is a plain value to you
  options.file = "b";
  return options;
}

// What a constructor gave the member is not asked.
class Map {
 public:
  Map();
  Path file;

 private:
  int width_;
};
[[run::autoconvert]] Map map() {
  Map map;
// CHECK: :[[@LINE+2]]:12: error: the operator '=' is applied to a configured object
// CHECK: note: where it does the same, write Path("b")
  map.file = "b";
  return map;
}

#include "operator-assign-value.run.h"
