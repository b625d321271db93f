// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A setter that keeps a plain pointer is no argument, whatever it is given.
struct Handler {};
Handler* handler();

class Parser {
 public:
  void setHandler(Handler* handler);
};

[[run::autoconvert]] Parser parser() {
  Parser parser;
// CHECK: :[[@LINE+2]]:10: error: the member function 'setHandler' is called on a configured object of type 'Parser', which does not exist while the recipe is converted [run-member-call]
// CHECK: :10:8: note: 'setHandler' takes a 'Handler*', which cannot be an argument of a configuration
  parser.setHandler(nullptr);
// CHECK: :[[@LINE+1]]:10: error: the member function 'setHandler'
  parser.setHandler(handler());
  return parser;
}

#include "member-call-setter-of-pointer.run.h"
