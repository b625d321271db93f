// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- %flags 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t

struct Inner {
  int x = 1;
};
struct Outer {
  int level = 0;
  Inner in{};
  int next = level + 1;
  int z = in.x;
};
struct Top {
  Outer outer{};
};
struct Derived : Outer {
  int more = 1;
};

[[run::autoconvert]] Outer member(int n) {
  Outer outer;
  outer.next = n;  // nothing has read it
  // CHECK: [[@LINE+1]]:3: error: the initialiser of 'next' has read what is changed here, 'level': the configuration makes the object of the class 'Outer' in one expression, where it would read the new value [run-ambiguous-parameter]
  outer.level = n;
  // CHECK: note: give the value in the braces that make the object, if 'next' is to be made from it; if not, let a function of your own make the object
  // CHECK: [[@LINE-16]]:7: note: the initialiser is here
  return outer;
}

[[run::autoconvert]] Top within(int n) {
  Top top;
  // CHECK: [[@LINE+1]]:3: error: the initialiser of 'z' has read what is changed here
  top.outer.in.x = n;
  return top;
}

[[run::autoconvert]] Outer through_reference(int n) {
  Outer outer{.level = n};
  auto& in = outer.in;
  // CHECK: [[@LINE+1]]:3: error: the initialiser of 'z' has read what is changed here
  in.x = n;
  return outer;
}

[[run::autoconvert]] Derived base(int n) {
  // CHECK: [[@LINE+1]]:18: error: the braces of a base whose initialisers read its members cannot be converted: 'Outer' is made first, and its members are assigned after [run-unsupported]
  return Derived{{.level = n}, 2};
}

// What an initialiser makes of other members has no value before.
[[run::autoconvert]] Outer unknown(int n) {
  Outer outer{.level = n};
  // CHECK: [[@LINE+1]]:3: error: the member 'next' gets its value from a constructor: it has none while the recipe is converted [run-value-of-configured]
  outer.next += 2;
  outer.z = n;
  outer.z += 1;
  return outer;
}
