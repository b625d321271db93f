// Macros of the user's with names that a converted recipe says mean nothing in it, but for those that the recipe itself
// says, and those that these say in their turn.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 -I%S/../../include 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/macros-hidden.run.h
// RUN: %gxx -I%t -iquote %S -fsyntax-only -include macros-hidden.run.h -x c++ /dev/null
// RUN: %clangxx -I%t -iquote %S -fsyntax-only -include macros-hidden.run.h -x c++ /dev/null
#pragma once
#include <run/run.h>

namespace user {

class Layer {
 public:
  explicit Layer(int width, char mark = '"', int depth = 1);
};

class Tall {
 public:
  explicit Tall(int height, char mark);
};

inline Layer doubled(int width) { return Layer(2 * width); }

}  // namespace user

#define width 6
#define config 7
#define WIDE 9
#define QUOTE '"'
#define HALF 4
#define WHOLE (2 * HALF)
#define JOINED(a, b) a##b

namespace user {

// CHECK: #pragma push_macro("width")
// CHECK: #line [[@LINE+2]] "macros-hidden.h"
// CHECK-NEXT: return ::run::Config<::user::Layer>({.width = n});
[[run::autoconvert]] inline Layer layer(int n) { return Layer(n); }
// CHECK: #pragma pop_macro("width")

// CHECK: #pragma push_macro("config")
// CHECK: ::run::config<&::user::doubled>({.width = n})
[[run::autoconvert]] inline Layer called(int n) { return doubled(n); }
// CHECK: #pragma pop_macro("config")

// CHECK-NOT: push_macro("WIDE")
// CHECK: return ::run::Config<::user::Tall>({.height = WIDE, .mark = QUOTE});
[[run::autoconvert]] inline Tall tall() { return Tall(WIDE, QUOTE); }

// CHECK: #pragma push_macro("config")
// CHECK-NOT: push_macro("{{WHOLE|HALF}}")
// CHECK: #pragma push_macro("width")
// CHECK: ::run::config<&::user::doubled>({.width = WHOLE})
[[run::autoconvert]] inline Layer said() { return doubled(WHOLE); }

// CHECK-NOT: push_macro("WIDE")
// CHECK: return ::run::Config<::user::Tall>({.height = JOINED(WI, DE), .mark = QUOTE});
[[run::autoconvert]] inline Tall joined() { return Tall(JOINED(WI, DE), QUOTE); }

// It is one only behind the recipe.
// CHECK: #pragma push_macro("late")
// CHECK: return ::run::Config<::user::Tall>({.height = late, .mark = QUOTE});
[[run::autoconvert]] inline Tall early(int late) { return Tall(late, QUOTE); }
#define late 8

}  // namespace user

