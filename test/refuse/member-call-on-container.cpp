// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

class Layer {
 public:
  explicit Layer(int width);
};

struct Model {
  std::vector<Layer> layers;
};

[[run::autoconvert]] Model model(int n) {
  std::vector<Layer> layers{Layer(n), Layer(2)};
// CHECK: :[[@LINE+1]]:16: error: the member function 'data' is called on a configured object
  (void)layers.data();
// CHECK: :[[@LINE+1]]:10: error: the member function 'erase' is called on a configured object
  layers.erase(layers.begin(), layers.end());
  return Model{layers};
}

// A class that has a container as a base is no container: its constructor makes it.
class Line : public std::vector<int> {
 public:
  explicit Line(std::initializer_list<int> points) : std::vector<int>(points) {}
};
[[run::autoconvert]] Line line(int n) {
  Line line{1, 2};
// CHECK: :[[@LINE+3]]:8: error: the member function 'push_back' is called on a configured object of type 'Line'
// CHECK-NOT: elements are added one by one
// CHECK: note: 'push_back' does not say by its name that it sets something: pass the setting to the constructor, {{.*}}; 'Line' has 'points'; or do it in a function of your own
  line.push_back(n);
// CHECK: :[[@LINE+2]]:8: error: the member function 'emplace_back' is called on a configured object of type 'Line'
// CHECK-NOT: add the element in a statement of its own
  line.emplace_back(n);
  return line;
}

#include "member-call-on-container.run.h"
