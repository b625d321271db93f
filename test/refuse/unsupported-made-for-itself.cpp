// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What is made for its effect alone is nothing in a configuration.
#include <memory>
#include <utility>
#include <vector>

class Guard {
 public:
  Guard();
  ~Guard();
};
struct Layer {
  int width = 1;
};
Layer noted();

[[run::autoconvert]] Layer layer(int n) {
  // CHECK: :[[@LINE+2]]:9: error: 'guard' is made and not used: nothing in the configuration would make it [run-unsupported]
  // CHECK: :[[@LINE+1]]:9: note: drop it; or do what it is for in a function of your own, whose call becomes a node of the configuration
  Guard guard;
  // CHECK: :[[@LINE+1]]:9: error: 'note' is made and not used: nothing in the configuration would make it [run-unsupported]
  Layer note = noted();
  // CHECK: :[[@LINE+1]]:26: error: 'unused' is made and not used: nothing in the configuration would make it [run-unsupported]
  [[maybe_unused]] Layer unused = noted();
  [[maybe_unused]] Layer nothing;
  return Layer{n};
}

struct Pair {
  Layer first{};
  std::shared_ptr<Layer> last{};
};
int counted();
Layer from(const Layer& other);

// What only such a local holds is not made either.
[[run::autoconvert]] Layer held() {
  // CHECK: :[[@LINE+1]]:9: error: 'note' is made and not used: nothing in the configuration would make it [run-unsupported]
  Layer note = noted();
  (void)note;
  // CHECK: :[[@LINE+2]]:8: error: 'pair' is made and not used: nothing in the configuration would make it [run-unsupported]
  // CHECK: :[[@LINE+2]]:16: note: nor this, which is done for it
  Pair pair;
  pair.first = noted();
  // CHECK: :[[@LINE+2]]:9: error: 'layer' is made and not used: nothing in the configuration would make it [run-unsupported]
  // CHECK: :[[@LINE+1]]:24: note: nor this, which is done for it
  Layer layer{.width = counted()};
  // CHECK: :[[@LINE+1]]:8: error: 'other' is made and not used: nothing in the configuration would make it [run-unsupported]
  auto other = from(layer);
  Pair around{.first = std::move(other)};
  (void)around;
  return Layer{};
}

[[run::autoconvert(allow_control_flow)]] Layer in_a_loop(int n) {
  // CHECK: :[[@LINE+1]]:22: error: 'layers' is made and not used: nothing in the configuration would make it [run-unsupported]
  std::vector<Layer> layers;
  // CHECK: :[[@LINE+1]]:48: note: nor this, which is done for it
  for (int i = 0; i < n; ++i) layers.push_back(from(noted()));
  return Layer{};
}

// What one pointer says of an object, another one holds.
[[run::autoconvert]] Pair shared() {
  auto layer = std::make_shared<Layer>();
  auto same = layer;
  same->width = counted();
  auto made = noted();
  Pair pair{.first = std::move(made), .last = layer};
  auto& last = *pair.last;
  last.width = counted();
  return pair;
}

#include "unsupported-made-for-itself.run.h"

// What is asked is used: that the object is not there to answer is all that is wrong.
struct Handle {
  void set_width(int width);
  Layer* layer() const;
  Layer* output();
};
Handle handle();
struct Holder {
  Layer* layer = nullptr;
};
[[run::autoconvert]] Holder asked() {
  Handle made = handle();
  made.set_width(3);
  // CHECK: :[[@LINE+1]]:31: error: the member function 'layer' is called on a configured object of type 'Handle'
  return Holder{.layer = made.layer()};
}
[[run::autoconvert]] Holder plugged() {
  Handle made = handle();
  // CHECK: :[[@LINE+1]]:31: error: the member function 'output' is called on a configured object of type 'Handle'
  return Holder{.layer = made.output()};
}

// What a function gives by value may be an expression that nobody changes: its setters are known to compile, or none.
template <class T>
void assign(T& to, int value);
template <class T>
class View {
 public:
  void set_width(int value) { assign(*this, value); }
};
View<Layer> view();
[[run::autoconvert]] View<Layer> viewed() {
  View<Layer> made = view();
  // CHECK: :[[@LINE+2]]:8: error: the member function 'set_width' is called on a configured object of type 'View<Layer>'
  // CHECK: :[[@LINE-6]]:8: note: 'set_width' calls a function template, and nothing says whether that compiles for what 'view' gives by value: do it in a function of your own, whose call becomes a node of the configuration
  made.set_width(3);
  return made;
}
