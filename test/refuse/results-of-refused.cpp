// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What a recipe makes that is refused is not known: what is done with it is no error of the caller's.
#include <memory>
#include <vector>

struct Layer {
  int width = 1;
};
class Net {
 public:
  explicit Net(int n);
  Layer layer;
  std::vector<Layer> layers;
};

[[run::autoconvert]] std::shared_ptr<Net> net(int n) {
  // CHECK: :[[@LINE+1]]:13: error: the conditional operator '?:' in a recipe [run-control-flow]
  auto it = n > 1 ? std::make_shared<Net>(n) : std::make_shared<Net>(2);
  return it;
}
[[run::autoconvert]] std::shared_ptr<Net> caller(int n) {
  auto made = net(n);
  auto same = made;
  made->layer.width = 2;
  made->layers[0].width += same->layers[1].width;
  same->layers.push_back(made->layer);
  return made;
}
[[run::autoconvert]] std::shared_ptr<Net> outer(int n) {
  auto made = caller(n);
  made->layer.width = 2;
  // CHECK: :[[@LINE+1]]:17: error: 'new' in a recipe [run-raw-new]
  Layer* more = new Layer();
  return made;
}
[[run::autoconvert]] std::shared_ptr<Net> passed(int n) { return net(n); }

#include "results-of-refused.run.h"
