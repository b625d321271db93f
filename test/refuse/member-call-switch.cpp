// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}' --implicit-check-not='may be what is meant'
// RUN: not ls %t
// What is switched on and off is set.
class Reader {
 public:
  void BlockingOn();
  void BlockingOff();
  void SetBlocking(bool on);
  void enable_cache();
  void disable_cache();
  void On();
  void Season();
  void enable_count();
  void set_count(double n);
  bool cache = false;
};

[[run::autoconvert]] Reader reader() {
  Reader reader;
// CHECK: :[[@LINE+5]]:10: error: the member function 'BlockingOn' is called
// CHECK: note: 'SetBlocking(true)' may be what is meant
// CHECK-NEXT: reader.BlockingOn();
// CHECK-NEXT: ^~~~~~~~~~~~
// CHECK-NEXT: SetBlocking(true)
  reader.BlockingOn();
// CHECK: :[[@LINE+2]]:10: error: the member function 'BlockingOff' is called
// CHECK: note: 'SetBlocking(false)' may be what is meant
  reader.BlockingOff();
// CHECK: :[[@LINE+2]]:10: error: the member function 'enable_cache' is called
// CHECK: note: 'cache = true' may be what is meant
  reader.enable_cache();
// CHECK: :[[@LINE+2]]:10: error: the member function 'disable_cache' is called
// CHECK: note: 'cache = false' may be what is meant
  reader.disable_cache();
// CHECK: :[[@LINE+1]]:10: error: the member function 'On' is called
  reader.On();
// CHECK: :[[@LINE+1]]:10: error: the member function 'Season' is called
  reader.Season();
// CHECK: :[[@LINE+1]]:10: error: the member function 'enable_count' is called
  reader.enable_count();
  return reader;
}

#include "member-call-switch.run.h"
