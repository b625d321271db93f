// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Window {
 public:
  Window();
  void resize(int width);
  int width() const;
};

Window opened(int width);

class App {
 public:
  App(const Window& window, int width);
};

[[run::autoconvert]] App app(int n) {
  Window window = opened(n);
// CHECK: :[[@LINE+1]]:10: error: the member function 'resize' is called on a configured object of type 'Window'
  window.resize(3);
// CHECK: :[[@LINE+1]]:32: error: the member function 'width' is called on a configured object of type 'Window'
  return App(window, opened(n).width());
}

#include "member-call-on-result.run.h"
