// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Model;

class Options {
 public:
  Options();
  Model width(int width);
};

class Model {
 public:
  Model(const Model&) = default;
};

[[run::autoconvert]] Model model(int n) {
// CHECK: :[[@LINE+1]]:20: error: the member function 'width' is called on a configured object of type 'Options'
  return Options().width(n);
}

#include "member-call-fluent-other-class.run.h"
