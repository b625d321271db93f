// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <initializer_list>
#include <string>
#include <utility>

class Table {
 public:
  Table(std::initializer_list<std::pair<std::string, std::initializer_list<int>>> rows);
};

// What is in the pair ends with the expression: nothing could keep it.
[[run::autoconvert]] Table table(int n) {
// CHECK: :[[@LINE+1]]:10: error: the parameter 'rows' of 'Table' has the type 'std::initializer_list<std::pair<std::string, std::initializer_list<int>>>', which cannot be an argument of the configuration [run-unsupported]
  return Table{{"a", {1, n}}, {"b", {2}}};
}

#include "unsupported-list-in-pairs.run.h"
