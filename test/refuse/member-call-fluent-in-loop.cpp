// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A fluent function that may accumulate is called again by a loop, and by a jump; and where control flow comes together,
// what was called on one of the ways counts.
class Pipeline {
 public:
  Pipeline& stage(int size);
};

[[run::autoconvert(allow_control_flow)]] Pipeline in_for(int n) {
  Pipeline made;
  // CHECK: :[[@LINE+1]]:36: error: {{.*}} 'stage' is called on a configured object {{.*}} [run-member-call]
  for (int i = 0; i < n; ++i) made.stage(i);
  return made;
}

[[run::autoconvert(allow_control_flow)]] Pipeline in_do(int n) {
  Pipeline made;
  // CHECK: :[[@LINE+2]]:10: error: the member function 'stage' is called
  do {
    made.stage(n);
  } while (--n > 0);
  return made;
}

[[run::autoconvert(allow_control_flow)]] Pipeline by_goto(int n) {
  Pipeline made;
again:
  // CHECK: :[[@LINE+1]]:8: error: the member function 'stage' is called
  made.stage(n);
  if (--n > 0) goto again;
  return made;
}

[[run::autoconvert(allow_control_flow)]] Pipeline made_in_branch(int n) {
  Pipeline made;
  made.stage(1);
  if (n > 2) made = Pipeline();
  // CHECK: :[[@LINE+1]]:8: error: the member function 'stage' is called
  made.stage(2);
  return made;
}

[[run::autoconvert(allow_control_flow)]] Pipeline made_in_loop(int n) {
  Pipeline made;
  made.stage(1);
  while (n-- > 0) made = Pipeline();
  // CHECK: :[[@LINE+1]]:8: error: the member function 'stage' is called
  made.stage(2);
  return made;
}

[[run::autoconvert(allow_control_flow)]] Pipeline made_in_case(int n) {
  Pipeline made;
  made.stage(1);
  switch (n) {
    case 1:
      made = Pipeline();
      break;
    default:
      break;
  }
  // CHECK: :[[@LINE+1]]:8: error: the member function 'stage' is called
  made.stage(2);
  return made;
}

#include "member-call-fluent-in-loop.run.h"
