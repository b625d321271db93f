// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <source_location>
#include <string>

struct Layer {
  std::string name;
  int line = 0;
};

[[run::autoconvert]] Layer layer() {
// CHECK: :[[@LINE+2]]:48: error: 'function_name' would name the converted function [run-macro]
// CHECK: note: write the name as a string
  return Layer{std::source_location::current().function_name()};
}

[[run::autoconvert]] Layer fine() { return Layer{"fine", static_cast<int>(std::source_location::current().line())}; }

#include "macro-function-name.run.h"
