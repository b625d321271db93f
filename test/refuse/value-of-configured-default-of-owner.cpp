// A member that owns something is made anew by its default, which nobody can copy: nothing of it is known.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <map>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

struct Layer {
  int width = 1;
};
struct Part {
  std::unique_ptr<Layer> own{};
  std::vector<Layer> layers{};
  std::map<std::string, Layer> named{};
};
struct Net {
  Part part{};
  Part other{};
};

[[run::autoconvert]] inline Net inserted() {
  Net net;
  // CHECK: :[[@LINE+1]]:19: error: the elements of this container are made by a constructor when the configuration is built: elements can be added at its end alone, or set by their index, or assign the container first [run-value-of-configured]
  net.part.layers.insert(net.part.layers.begin(), Layer{});
  // CHECK: :[[@LINE+1]]:19: error: the elements of this container are made by a constructor when the configuration is built: elements can be added at its end alone, or set by their index, or assign the container first [run-value-of-configured]
  net.part.layers.resize(2);
  return net;
}

[[run::autoconvert]] inline Net entered() {
  Net net;
  // CHECK: :[[@LINE+1]]:3: error: the member 'width' lies in an object that a constructor computes: assign that object first [run-unsupported]
  net.part.named["a"].width = 3;
  return net;
}

[[run::autoconvert]] inline Net erased() {
  Net net;
  // CHECK: :[[@LINE+1]]:18: error: the elements of this container are made by a constructor when the configuration is built: entries can be set, `m[key] = x`, or added, `m.emplace(key, x)`, alone, or assign the container first [run-value-of-configured]
  net.part.named.erase("a");
  return net;
}

[[run::autoconvert]] inline Net added() {
  Net net;
  net.part.named.emplace("a", Layer{});
  // CHECK: :[[@LINE+1]]:3: error: the member 'width' lies in an object that a constructor computes: assign that object first [run-unsupported]
  net.part.named["a"].width = 3;
  return net;
}

class Registry {
 public:
  Registry() : codes{1} {}
  std::unordered_set<int> codes;
};
// No argument of another function is added.
[[run::autoconvert]] inline Registry reserved(unsigned n) {
  Registry registry;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: error: {{.*}}reserve{{.*}} [run-member-call]
  registry.codes.reserve(n++);
  return registry;
}

[[run::autoconvert]] inline Net read() {
  Net net;
  // CHECK: :[[@LINE+2]]:21: error: the member 'layers' of 'net' gets its value from a constructor
  // CHECK: note: what the recipe itself sets can be read: assign 'net.other' as a whole first, or do this in a function
  net.part.layers = net.other.layers;
  return net;
}

[[run::autoconvert]] inline Net accepted() {
  Net net;
  net.part.layers.push_back(Layer{});
  net.other = Part{};
  net.other.layers.insert(net.other.layers.begin(), Layer{});
  net.other.named["a"].width = 3;
  return net;
}
