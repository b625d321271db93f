// A setter that is a template, and compiles or not with what an object is made of: the object of a function has none.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <string>

class Number {
 public:
  Number() {}
  template <typename A = const std::string&, typename... B>
  void set_extension(A&& a, B... b);
  void set_code(int c) { code_ = c; }

 private:
  std::string extension_;
  int code_ = 0;
};
template <typename A, typename... B>
void Number::set_extension(A&& a, B...) {
  extension_ = a;
}
inline Number parsed(int code) {
  Number number;
  number.set_code(code);
  return number;
}
struct Contact {
  Number number{};
};

[[run::autoconvert]] Number swiss() { return parsed(3); }

[[run::autoconvert]] Contact contact() {
  Contact contact;
  contact.number = swiss();
  // CHECK: :[[@LINE+2]]:18: error: the member function 'set_extension' is called on a configured object of type 'Number', which does not exist while the recipe is converted [run-member-call]
  // CHECK: note: 'set_extension' calls a function template, and nothing says whether that compiles for what 'parsed' gives by value: do it in a function of your own
  contact.number.set_extension("3");
  return contact;
}

[[run::autoconvert]] Number call() {
  Number number = parsed(4);
  // CHECK: :[[@LINE+2]]:10: error: the member function 'set_extension' is called
  // CHECK: note: 'set_extension' calls a function template, and nothing says whether that compiles for what 'parsed' gives by value: do it in a function of your own
  number.set_extension("9");
  return number;
}

#include "member-call-of-made.run.h"
