// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Machine {
 public:
  void set_kind(int kind);
};
class Svm : public Machine {
 public:
  static Svm create(int size);
  bool train(int rounds);
};

[[run::autoconvert]] Svm trained() {
  Svm svm;
  svm.set_kind(3);
// CHECK: :[[@LINE+2]]:7: error: the member function 'train' is called on a configured object of type 'Svm'
// CHECK: :11:8: note: 'train' returns 'bool', a setter returns nothing or its own object: pass the setting to the constructor{{.*}}; 'Svm' has 'kind'; or do it in a function of your own
  svm.train(10);
  return svm;
}

#include "member-call-with-result.run.h"
