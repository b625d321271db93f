// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: ls %t/unreachable-recipe.run.h %t/unreachable-recipe.run.cpp
class Layer {
 public:
  explicit Layer(int width);
};

// CHECK: :[[@LINE+2]]:28: warning: no instance of the recipe template 'any' is asked for here
template <class T>
[[run::autoconvert]] Layer any(T n) { return Layer(n); }

// A warning: the file is converted.
// CHECK: :[[@LINE+2]]:28: warning: no other file can reach the converted form of 'layer': it is declared in no header, and this file does not include its companion [run-unreachable-recipe]
// CHECK: note: declare it in a header, or write `#include "<this file's name>.run.h"` after the recipes of this file
[[run::autoconvert]] Layer layer(int n) { return Layer(n); }

// CHECK: :[[@LINE+1]]:35: warning: no other file can reach the converted form of 'local'
[[run::autoconvert]] static Layer local(int n) { return Layer(n); }

namespace {
// CHECK: :[[@LINE+1]]:28: warning: no other file can reach the converted form of 'hidden'
[[run::autoconvert]] Layer hidden(int n) { return Layer(n); }

// What another recipe calls is part of that one's configuration.
[[run::autoconvert]] Layer called(int n) { return Layer(n); }
}  // namespace

// CHECK: :[[@LINE+1]]:28: warning: no other file can reach the converted form of 'calls'
[[run::autoconvert]] Layer calls(int n) { return called(n); }
