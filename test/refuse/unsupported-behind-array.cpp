// What no braces give and nobody can assign: an array in an aggregate that has a const member, and what follows it.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Status {
  int level = 0;
  const int version = 3;
  int counts[2] = {1, 2};
  int last = 0;
};

[[run::autoconvert]] Status status(int level) {
  Status status;
  status.level = level;
  // CHECK: :[[@LINE+2]]:3: error: braces give the members of 'Status' up to the array 'counts', and 'Status' cannot be assigned to: the member 'counts' cannot be an argument of the configuration [run-unsupported]
  // CHECK: note: make the array a std::array; or let a function of your own make the object
  status.counts[0] = 2;
  // CHECK: :[[@LINE+1]]:3: error: braces give the members of 'Status' up to the array 'counts', and 'Status' cannot be assigned to: the member 'last' cannot be
  status.last = 2;
  return status;
}

// An array of what has no name.
struct Stick {
  struct {
    float axis[3];
  } stick[4];
};

[[run::autoconvert]] Stick stick() {
  Stick state{};
  // CHECK: :[[@LINE+2]]:3: error: the type 'an unnamed struct[4]' of the member 'stick' cannot be named outside of its scope [run-inaccessible]
  // CHECK: note: give the type a name; or let a function of your own make the object
  state.stick[1].axis[0] = 0.25f;
  return state;
}

// An array behind which an initialiser reads what would be assigned.
struct Sized {
  int counts[2] = {1, 2};
  int sum = counts[0] + counts[1];
};

[[run::autoconvert]] Sized sized() {
  Sized sized;
  // CHECK: :[[@LINE+1]]:3: error: braces give the members of 'Sized' up to the array 'counts', and an initialiser reads other members, before they could be assigned: the member 'counts' cannot be an argument of the configuration [run-unsupported]
  sized.counts[0] = 2;
  return sized;
}

#include "unsupported-behind-array.run.h"
