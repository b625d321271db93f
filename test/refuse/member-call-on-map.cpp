// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <map>
#include <string>

class Layer {
 public:
  explicit Layer(int width = 1);
  int width() const;
};

struct Model {
  std::map<std::string, Layer> layers;
};

[[run::autoconvert]] Model model(int n) {
  Model model;
  model.layers["a"] = Layer(n);
// CHECK: :[[@LINE+2]]:16: error: the member function 'erase' is called on a configured object of type 'map<std::string, Layer>'
// CHECK: :[[@LINE+1]]:16: note: elements are added one by one with push_back, emplace_back, insert or emplace, and assigned with [ ]
  model.layers.erase(model.layers.begin());
// CHECK: :[[@LINE+1]]:34: error: the member function 'max_size' is called on a configured object of type 'map<std::string, Layer>'
  const auto most = model.layers.max_size() + model.layers.count("a");
  return model;
}

#include "member-call-on-map.run.h"
