// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
template <int size>
class Text {
 public:
  Text(const char (&text)[size]);
};
class Message {
 public:
  explicit Message(Text<4> text);
};

[[run::autoconvert]] Message message() {
// CHECK: :[[@LINE+2]]:18: error: the parameter 'text' of 'Text<4>' has the type 'const char(&)[4]', which cannot be an argument of the configuration [run-unsupported]
// CHECK: :[[@LINE+1]]:18: note: where 'Text<4>' is a plain value to you, annotate the class {{.*}}run::exempt{{.*}} or name it under `exempt:` in a file .run-autoconvert; or write the explicit form
  return Message("abc");
}

#include "unsupported-array-reference.run.h"
