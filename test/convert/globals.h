// Variables and types outside of all namespaces may have the names that companions and the library give to what is
// local: g++ warns of that where templates are made.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 -I%S/../../include 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/globals.run.h
// RUN: %gxx -Wshadow -I%t -iquote %S -fsyntax-only -include globals.run.h -x c++ /dev/null
// RUN: %clangxx -Wshadow -I%t -iquote %S -fsyntax-only -include globals.run.h -x c++ /dev/null
#pragma once
#include <run/run.h>

class R {
 public:
  explicit R(int first);
};

class Object {
 public:
  explicit Object(R part);
};

inline constexpr int object = 1;
inline constexpr int args = 2;
inline constexpr int parameter = 3;
inline constexpr int arguments = 4;
inline constexpr int here = 5;
inline constexpr int made = 6;
using info = int;

enum class Plain { one };

// An enumeration's text says no such name.
// CHECK-NOT: -Wshadow
// CHECK: struct run::Enum<::Plain>
// CHECK: #pragma GCC diagnostic push
// CHECK-NEXT: #pragma GCC diagnostic ignored "-Wshadow"
// CHECK: struct run::Target<::Object>
// CHECK: #pragma GCC diagnostic pop
// CHECK: #line [[@LINE+1]] "globals.h"
[[run::autoconvert]] inline Object object_of(info n, Plain p) {
  return Object(R(n + object + made + static_cast<int>(p)));
}
