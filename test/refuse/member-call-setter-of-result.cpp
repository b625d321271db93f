// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Window {
 public:
  explicit Window(int width);
  void set_width(int width);
  Window& title(const char* title);
  const char* title() const;
};

Window opened(int width);

struct App {
  Window window;
  Window other{2};
};

[[run::autoconvert]] App app(int n) {
  Window window = opened(n);
// CHECK: :[[@LINE+2]]:10: error: 'set_width' is called on an object of type 'Window' that a function makes when the configuration is built: it does not exist yet [run-member-call]
// CHECK: :12:8: note: make the object by a constructor, or annotate 'opened' {{\[\[}}run::autoconvert]]: then its configuration is a part of this one, and can be changed
  window.set_width(3);
  App app{window};
// CHECK: :[[@LINE+1]]:3: error: the object that 'other' begins with cannot be read while the recipe is converted: assign it first [run-value-of-configured]
  app.other.title("a");
  app.other = opened(1);
// CHECK: :[[@LINE+1]]:13: error: 'title' is called on an object of type 'Window' that a function makes when the configuration is built
  app.other.title("b").set_width(3);
  return app;
}

#include "member-call-setter-of-result.run.h"
