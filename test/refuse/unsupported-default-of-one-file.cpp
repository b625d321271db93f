// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A target is the same in every file of a program, and its defaults with it.
#include "Inputs/declared-without-defaults.h"

Tank::Tank(int, int = 4) {}
Tank made(int width, int height = 3);
Tank own(int width, int height);
Tank own(int width, int height = 3);

[[run::autoconvert]] Tank constructed() {
// CHECK: :[[@LINE+2]]:10: error: the default of 'height' is said by a declaration in this file, and other files know 'Tank' without it [run-unsupported]
// CHECK: :[[@LINE+1]]:10: note: give the argument here, or say its default where 'Tank' is declared first
  return Tank(1);
}

[[run::autoconvert]] Tank called() {
// CHECK: :[[@LINE+1]]:10: error: the default of 'height' is said by a declaration in this file, and other files know 'made' without it [run-unsupported]
  return made(1);
}

[[run::autoconvert]] Tank given() { return made(1, 3); }
[[run::autoconvert]] Tank of_header() { return kept(1); }
[[run::autoconvert]] Tank of_own() { return own(1); }

#include "unsupported-default-of-one-file.run.h"
