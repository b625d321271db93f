// What a function refers to is known when the configuration is built: its result can be read, and not changed.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Settings {
  int width = 1;
};
Settings& settings();
struct Net {
  Settings settings{};
};

[[run::autoconvert]] Net read() {
  const auto& known = settings();
  return Net{known};
}

[[run::autoconvert]] Net named() {
  // CHECK: :[[@LINE+2]]:9: error: the reference 'known' cannot be converted [run-unsupported]
  // CHECK: note: what the function gives is known when the configuration is built: refer to it by 'const auto&', or let a function of your own change it
  auto& known = settings();
  return Net{known};
}

[[run::autoconvert]] Net typed() {
  // CHECK: :[[@LINE+1]]:13: error: the reference 'known' cannot be converted [run-unsupported]
  Settings& known = settings();
  return Net{known};
}

#include "unsupported-reference-to-result.run.h"
