// Two constructors of the same parameters, each with a constraint: C++ takes the more special one, and the companion
// cannot say it.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
template <class T>
concept Number = requires(T a) { a + a; };
template <class T>
concept Whole = Number<T> && requires(T a) { a % a; };

template <class T>
class Limit {
 public:
  explicit Limit(T value)
  requires Number<T>;
  explicit Limit(T value)
  requires Whole<T>;
};

// CHECK: :[[@LINE+1]]:55: error: nothing but a constraint tells this 'Limit{{.*}}' from another one that takes the same: the configuration cannot say which one is meant [run-unsupported]
[[run::autoconvert]] Limit<int> whole(int n) { return Limit<int>(n); }

[[run::autoconvert]] Limit<double> number(double n) { return Limit<double>(n); }

#include "unsupported-constraints.run.h"
