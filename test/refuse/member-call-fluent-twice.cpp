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

#include "member-call-fluent-twice.run.h"
