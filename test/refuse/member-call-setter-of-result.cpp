// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <vector>
class Window {
 public:
  explicit Window(int width);
  void set_width(int width);
  int area();
  Window& title(const char* title);
  const char* title() const;
};
#include "Inputs/doors.h"

Window opened(int width);

class Door {
 public:
  void set_width(int width);
};

struct App {
  Window window;
  Window other{2};
};

[[run::autoconvert]] App app(int n) {
  Window window = opened(n);
  window.set_width(3);
  // CHECK: :[[@LINE+2]]:10: error: the member function 'area' is called on a configured object of type 'Window', which does not exist while the recipe is converted [run-member-call]
  // CHECK: note: 'area' takes 0 arguments, a setter takes one
  window.area();
  App app{window};
  // CHECK: :[[@LINE+3]]:3: error: 'window' has been passed on or copied before: what 'opened' makes is made once, so the copies would change, too [run-unsupported]
  // CHECK: :29:10: note: set it before it is passed on, or call 'opened' once more for the other
  // CHECK: :[[@LINE+2]]:3: error: the object that 'other' begins with cannot be read while the recipe is converted: assign it first [run-value-of-configured]
  window.set_width(4);
  app.other.title("a");
  app.other = opened(1);
  app.other.title("b").set_width(3);
  return app;
}

[[run::autoconvert(allow_control_flow)]] std::vector<Window> windows() {
  std::vector<Window> all;
  Window window = opened(1);
  for (int i = 0; i < 2; ++i) {
    // CHECK: :[[@LINE+2]]:5: error: what 'opened' makes is made once, and changed anew in each turn of this loop: copies of it would all be the same [run-unsupported]
    // CHECK: :47:10: note: declare it in the loop
    window.set_width(i);
    all.push_back(window);
  }
  return all;
}

// Where the function is declared, nobody knows yet what it gives: other files may never know.
[[run::autoconvert]] std::shared_ptr<Door> door() {
  auto door = built(1);
  // CHECK: :[[@LINE+2]]:9: error: 'set_width' is called on an object of type 'Door' that a function makes when the configuration is built: it does not exist yet [run-member-call]
  // CHECK: doors.h:4:23: note: the class 'Door' is not defined where 'built' is declared, and other files must know what they can set: include its header there, or make the object and set it in a function of your own
  door->set_width(2);
  return door;
}

#include "member-call-setter-of-result.run.h"
