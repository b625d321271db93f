// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A statement that changes a member of one element in place, and names that of another.
#include <map>
#include <string>
#include <utility>
#include <vector>

struct Lane {
  std::vector<int> cars;
  std::string name;
};

[[run::autoconvert]] std::vector<Lane> lanes() {
  std::vector<Lane> lanes(2);
  lanes[1].cars = {3, 4};
  // CHECK: :[[@LINE+2]]:45: error: two members are changed by one statement: change one after the other, or work on locals that are assigned to them at the end [run-unsupported]
  // CHECK: note: copy the member that is only read to a local first, and name that here
  lanes[0].cars.insert(lanes[0].cars.end(), lanes[1].cars.begin(), lanes[1].cars.end());
  // CHECK: :[[@LINE+1]]:28: error: two members are changed by one statement
  std::swap(lanes[0].name, lanes[1].name);
  const std::vector<int> others = lanes[1].cars;
  lanes[0].cars.insert(lanes[0].cars.end(), others.begin(), others.end());
  lanes[0].cars.insert(lanes[0].cars.end(), 5);
  lanes[0].name.insert(0, lanes[1].name);
  return lanes;
}

[[run::autoconvert]] std::map<std::string, Lane> named(int n) {
  std::map<std::string, Lane> lanes;
  lanes["a"].cars = {n};
  lanes["b"].cars = {3, 4};
  // CHECK: :[[@LINE+1]]:24: error: two members are changed by one statement
  lanes["a"].cars.swap(lanes["b"].cars);
  return lanes;
}

#include "unsupported-two-elements.run.h"
