// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What makes another object leaves the local as it is.
class Options {
 public:
  Options device(int device) const;
  int device() const;
};

[[run::autoconvert]] Options options() {
  Options options;
// CHECK: :[[@LINE+1]]:11: error: the member function 'device' is called on a configured object of type 'Options', which does not exist while the recipe is converted [run-member-call]
  options.device(1);
// CHECK: :7:11: note: 'device' is const, so it sets nothing
  return options;
}

#include "member-call-makes-another.run.h"
