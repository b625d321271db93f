// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// An instance of a function template says the length of the text in its name.
struct Document {
  int size = 0;
};
template <class Input>
Document parse(Input&& input, bool strict = false);

[[run::autoconvert]] Document document() {
// CHECK: :[[@LINE+2]]:10: error: the parameter 'input' of 'parse' has the type 'const char(&)[3]', which cannot be an argument of the configuration [run-unsupported]
// CHECK: :[[@LINE+1]]:10: note: pass a std::string; or, where 'parse<const char(&)[3]>' gives a plain value, annotate the function {{.*}}run::exempt{{.*}} or name it under `exempt:` in a file .run-autoconvert; or write the explicit form
  return parse("{}");
}

#include "unsupported-forwarded-text.run.h"
