// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <string>

std::string read_name(int n);

struct Layer {
  std::string name;
};

[[run::autoconvert]] Layer layer(int n) {
// CHECK: :[[@LINE+1]]:27: error: the result of 'read_name' is used as a value
  return Layer{"layer-" + read_name(n)};
}

#include "value-of-configured-string.run.h"
