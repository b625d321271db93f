// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <vector>

struct Tree {
  std::vector<Tree> children{};
};

// What the text of such a recipe forbids is said at the same time.
[[run::autoconvert]] Tree tree(int n) {
// CHECK: :[[@LINE+2]]:10: error: the conditional operator '?:' in a recipe [run-control-flow]
// CHECK: :[[@LINE+1]]:46: error: the recipe 'tree' calls itself [run-recursion]
  return n == 0 ? Tree{} : Tree{.children = {tree(n - 1)}};
}

#include "recursion-and-more.run.h"
