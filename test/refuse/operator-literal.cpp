// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#define LENGTH 2_l
class Length {
 public:
  explicit Length(long double meters);
};
template <char... Digits>
Length operator""_m();
Length operator""_l(unsigned long long meters);
int operator""_n(unsigned long long);

[[run::autoconvert]] Length length() {
// CHECK: :[[@LINE+1]]:10: error: what the literal operator 'operator""_m' is called with cannot be named [run-operator]
  return 2.5_m;
}

[[run::autoconvert]] Length from_macro() {
// CHECK: :[[@LINE+1]]:10: error: what the literal operator 'operator""_l' is called with cannot be named [run-operator]
  return LENGTH;
}

[[run::autoconvert]] Length as_value() {
// CHECK: :[[@LINE+1]]:21: error: the result of 'operator""_n' is used as a value, {{.*}} [run-value-of-configured]
  return Length(2 * 2_n);
}

#include "operator-literal.run.h"
