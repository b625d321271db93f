// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Options {
  // CHECK: :[[@LINE+2]]:30: error: the tag 'a,b' is no name: a comma is in it [run-attribute]
  // CHECK: :[[@LINE+1]]:30: note: several tags are several strings: {{\[\[}}run::tag("a", "b")]]
  [[run::tag("a,b")]] double rate = 0.5;
  // CHECK: :[[@LINE+1]]:24: error: the tag '' is empty [run-attribute]
  [[run::tag("")]] int steps = 3;
};

[[run::autoconvert]] Options options() { return Options{.steps = 4}; }

#include "tag-with-a-comma.run.h"
