// A deprecated recipe: who uses it is told, its companion says nothing.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/deprecated-recipe.run.h
// RUN: %gxx -I%t -iquote %S -fsyntax-only -include deprecated-recipe.run.h -x c++ /dev/null
#pragma once

struct Layer {
  int width = 1;
};

// CHECK: #pragma GCC diagnostic ignored "-Wdeprecated-declarations"
// CHECK: struct run::Recipe<&::old>
// CHECK: #pragma GCC diagnostic pop
[[deprecated("say wide"), run::autoconvert]] inline Layer old() { return Layer{.width = 2}; }

// CHECK-NOT: #pragma GCC diagnostic ignored
// CHECK: struct run::Recipe<&::wide>
[[run::autoconvert]] inline Layer wide() { return Layer{.width = 2}; }
