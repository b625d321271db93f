// Macros and names of the user that look like those of the generated code: it compiles all the same.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 -I%S/../../include 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/user-macros.run.h
// RUN: %gxx -I%t -iquote %S -fsyntax-only -include user-macros.run.h -x c++ /dev/null
// RUN: %clangxx -I%t -iquote %S -fsyntax-only -include user-macros.run.h -x c++ /dev/null
#pragma once
// As Qt's headers have them, in front of the library's own.
#define slots
#define signals public
#define emit
#define foreach(variable, container) for (variable : container)
#define forever for (;;)
// Open CASCADE's.
#define Handle(Class) handle<Class>

#include <run/run.h>

#include <string>

#define N 8
#define T int
#define A 3
#define B "text"
#define object 17
#define reader reader_
#define Arguments 4
#define arguments 5

namespace user {

struct run {};
struct std {};
struct Args {};
struct config {};
inline int Config = 1;
inline int Target = 2;

class Layer {
 public:
  explicit Layer(int self, int args = N, int build = 1, int all = 2, int parameters = 3, int name = 4, int set = 5);
};

// CHECK: return ::run::Config<::user::Layer>({.self = n, .args = N, .build = Config + Target});
[[run::autoconvert]] inline Layer layer(int n) { return Layer(n, N, Config + Target); }

}  // namespace user
