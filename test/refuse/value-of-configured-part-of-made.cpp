// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A member of what a function makes, and one of what another constructor makes.
struct Point {
  int x = 0;
  int y = 0;
};
struct Layer {
  int width = 1;
};
Point where(int n);

struct Envelope {
  int attack = 1;
  int sustain = 7;
  int release = sustain * 2;
};
class Oscillator {
 public:
  explicit Oscillator(int frequency) : frequency_(frequency) {}
  Envelope envelope;

 private:
  int frequency_;
};

[[run::autoconvert]] Layer read(int n) {
  const auto point = where(n);
  // CHECK: :[[@LINE+1]]:16: error: the member 'x' of 'point' gets its value from a function: it has none while the recipe is converted [run-value-of-configured]
  return Layer{point.x};
}

// Nothing would call the function.
[[run::autoconvert]] Layer read_after_setting(int n) {
  // CHECK: :[[@LINE+1]]:8: error: 'point' is made and not used: nothing in the configuration would make it [run-unsupported]
  auto point = where(n);
  point.x = 3;
  return Layer{point.x};
}

[[run::autoconvert]] Oscillator in_one_expression() {
  Oscillator oscillator(3);
  // CHECK: :[[@LINE+2]]:3: error: the member 'attack' lies in an object that a constructor makes, and an 'Envelope' is made in one expression: its members cannot be set afterwards [run-unsupported]
  // CHECK: note: assign the whole object, Envelope{…}
  oscillator.envelope.attack = 5;
  return oscillator;
}

#include "value-of-configured-part-of-made.run.h"
