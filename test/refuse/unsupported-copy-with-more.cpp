// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A copy constructor with further parameters, which are given: what it makes is no copy.
#include <memory>
#include <utility>
#include <vector>

class Layer {
 public:
  explicit Layer(int width) : width_(width) {}
  Layer(const Layer& other, int extra = 0) : width_(other.width_ + extra) {}
  Layer& operator=(const Layer&) = default;

 private:
  int width_;
};
class Net {
 public:
  explicit Net(Layer layer) : layer_(std::move(layer)) {}

 private:
  Layer layer_;
};

[[run::autoconvert]] Net local(int n) {
  Layer a(n);
  // CHECK: :[[@LINE+2]]:9: error: this constructor copies an object and is given more than that: a configuration copies objects as they are [run-unsupported]
  // CHECK: note: let a function of your own make the object, whose call becomes a node of the configuration
  Layer b(a, 5);
  return Net(b);
}
// CHECK: :[[@LINE+1]]:53: error: this constructor copies an object and is given more than that
[[run::autoconvert]] Net passed(int n) { return Net(Layer(Layer(n), 7)); }
[[run::autoconvert]] std::unique_ptr<Layer> owned(int n) {
  Layer a(n);
  // CHECK: :[[@LINE+1]]:10: error: this constructor copies an object and is given more than that
  return std::make_unique<Layer>(a, 4);
}
[[run::autoconvert]] std::vector<Layer> added(int n) {
  std::vector<Layer> all;
  Layer a(n);
  // CHECK: :[[@LINE+1]]:3: error: this constructor copies an object and is given more than that
  all.emplace_back(a, 4);
  all.emplace_back(a);
  return all;
}
[[run::autoconvert]] Net plain(int n) {
  Layer a(n);
  Layer b(a);
  return Net(b);
}

#include "unsupported-copy-with-more.run.h"
