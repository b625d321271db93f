// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Options {
 public:
  Options();
  Options& exclude(int index);
};

[[run::autoconvert]] Options options() {
  Options options;
  options.exclude(1);
// CHECK: :[[@LINE+1]]:11: error: the member function 'exclude' is called on a configured object of type 'Options'
  options.exclude(2);
  return options;
}

#include "member-call-fluent-twice-on-local.run.h"
