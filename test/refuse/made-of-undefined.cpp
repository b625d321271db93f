// A template is called to make what this file does not define: others, which do, would know more of its target.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | \
// RUN: FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>

template <class T, class... A>
std::shared_ptr<T> found(A&&...);
template <class Tag>
int number();

class Cache;
struct Options {
  std::shared_ptr<Cache> cache;
  int size = 0;
};

[[run::autoconvert]] inline Options options() {
  Options options;
  options.size = number<struct Tag>();
  // CHECK: :[[@LINE+1]]:19: error: the class 'Cache' is not defined here, {{.*}} what 'found' makes [run-unsupported]
  options.cache = found<Cache>(3);
  // CHECK: note: include the header that defines 'Cache'
  return options;
}

#include "made-of-undefined.run.h"
