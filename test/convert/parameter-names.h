// Parameters with the names that generated code uses for itself.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/parameter-names.run.h
// RUN: %gxx -I%t -iquote %S -fsyntax-only -include parameter-names.run.h -x c++ /dev/null
// RUN: %clangxx -I%t -iquote %S -fsyntax-only -include parameter-names.run.h -x c++ /dev/null
#pragma once

struct Args {
  int object = 1;
  int args = 2;
  int reader = 3;
  int self = 4;
  int name = 5;
  int parameters = 6;
};

// CHECK: return ::run::Config<::Args>({.object = Config, .args = run, .reader = std, .self = 4, .name = args, .parameters = arguments});
[[run::autoconvert]] inline Args made(int Config, int run, int std, int args, int arguments) {
  return Args{Config, run, std, 4, args, arguments};
}
