// What a configuration gives of a value is a copy: of what can only be moved there is none.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <string>
#include <utility>

struct Leaf {
  int width = 1;
};
struct Net {
  std::unique_ptr<std::string> name{};
  Leaf leaf{};
};

[[run::autoconvert]] Net net() {
  Net net;
  auto name = std::make_unique<std::string>("n");
  *name += "et";
  net.name = std::move(name);
  return net;
}

[[run::autoconvert]] Net changed() {
  Net net;
  net.name = std::make_unique<std::string>("n");
  // CHECK: :[[@LINE+2]]:4: error: the member 'name' of type 'std::unique_ptr<std::string>' can only be moved: a configuration has no copy of it to give [run-value-of-configured]
  // CHECK: note: keep it in a local, change that, and assign it once, by std::move
  *net.name += "et";
  return net;
}

[[run::autoconvert]] Net moved() {
  Net net, other;
  net.name = std::make_unique<std::string>("n");
  // CHECK: :[[@LINE+1]]:26: error: the member 'name' of type 'std::unique_ptr<std::string>' can only be moved: a configuration has no copy of it to give [run-value-of-configured]
  other.name = std::move(net.name);
  return other;
}

#include "value-of-configured-move-only.run.h"
