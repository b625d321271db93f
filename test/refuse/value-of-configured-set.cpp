// A set is a value for configurations, whatever it holds.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <map>
#include <set>
#include <string>

struct Layer {
  int width = 1;
  auto operator<=>(const Layer&) const = default;
};
struct Net {
  std::set<Layer> layers = {};
  std::set<std::string> names = {};
};

[[run::autoconvert]] inline Net filled(int n) {
  Net net;
  net.names.insert("a");
  // CHECK: :[[@LINE+2]]:3: error: the elements of a 'std::set<Layer>' cannot be configured: it is a value, made while the recipe is converted [run-value-of-configured]
  // CHECK: :[[@LINE+1]]:3: note: keep them in a std::vector, {{.*}} or make the container in a function of your own
  net.layers.insert(Layer{n});
  return net;
}

[[run::autoconvert]] inline Net braced(int n) {
  // CHECK: :[[@LINE+1]]:24: error: the elements of a 'std::set<Layer>' cannot be configured
  return Net{.layers = {Layer{n}, Layer{2}}};
}

struct Named {
  std::map<Layer, int> counts = {};
};

[[run::autoconvert]] inline Named named(int n) {
  Named named;
  // CHECK: :[[@LINE+3]]:3: error: the elements of a 'std::map<Layer, int>' cannot be configured: it is a value, made while the recipe is converted [run-value-of-configured]
  // CHECK: :[[@LINE+2]]:3: note: keep them in a std::vector, std::list or std::deque, or by keys that are values in a std::map or std::unordered_map, or make
  // CHECK: :[[@LINE+1]]:3: note: or, where 'Layer' is a plain value to you, annotate the class
  named.counts.emplace(Layer{n}, 2);
  return named;
}

#include "value-of-configured-set.run.h"
