// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include "Inputs/text-literal.h"

struct Form {
  std::string name;
};

[[run::autoconvert]] Form form() {
// CHECK: :[[@LINE+2]]:23: error: a lambda in a recipe [run-lambda]
// CHECK: :[[@LINE+1]]:23: note: it is what the macro 'TextLiteral' of a library stands for: write the object by a constructor of its class, or call a function of your own that gives it
  return Form{.name = TextLiteral("one")};
}

#include "lambda-of-macro.run.h"
