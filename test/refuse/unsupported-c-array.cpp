// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
struct Cache {
  int size[3] = {1, 2, 3};
  char name[8] = "x";
  int n = 0;
};
int sum(const int* begin, const int* end);

class Device {
 public:
  explicit Device(int id);
  int ports[2] = {1, 2};
};

[[run::autoconvert]] Cache characters() {
  // CHECK: :[[@LINE+2]]:24: error: the text of 'name' is not a string literal without zeros in it [run-unsupported]
  // CHECK: :[[@LINE+1]]:24: note: write it as one, or make the member a std::string or a std::array
  return Cache{.name = {'a', 'b'}};
}

[[run::autoconvert]] Cache character() {
  Cache cache;
  // CHECK: :[[@LINE+2]]:3: error: the characters of 'name' are a text in the configuration: there is no array yet [run-value-of-configured]
  // CHECK: note: give the text where the object is made, or make the member a std::string
  cache.name[0] = 'a';
  return cache;
}

[[run::autoconvert]] Cache pointer() {
  Cache cache;
  // CHECK: :[[@LINE+2]]:28: error: an array of a configured object is used as a pointer: there is no array yet [run-reference]
  // CHECK: note: name its elements one by one, or make the member a std::array
  const int* const begin = (cache.size);
  cache.n = begin[0];
  return cache;
}

[[run::autoconvert]] Device computed() {
  Device device(1);
  // CHECK: :[[@LINE+1]]:3: error: this element gets its value from a constructor: it has none while the recipe is converted [run-value-of-configured]
  device.ports[1] += 5;
  return device;
}

#include "unsupported-c-array.run.h"
