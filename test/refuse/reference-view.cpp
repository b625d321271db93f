// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <array>
#include <functional>
#include <span>
#include <vector>

class Table {
 public:
  Table() = default;
  Table(std::span<const int> ids);
  Table(const double* values, std::size_t count);
  Table(std::vector<int>::const_iterator first, std::vector<int>::const_iterator last);
  void set_ids(std::span<const int> ids);
};
struct Watch {
  const int* place = nullptr;
};
inline constexpr std::array<int, 3> kIds{1, 2, 3};
inline constexpr double kValues[] = {1, 2};

// CHECK: :[[#@LINE+2]]:55: error: the 'std::span<const int>' refers to what is gone when the configuration is built [run-reference]
// CHECK: :[[#@LINE+1]]:55: note: let the parameter take a std::vector or another value; or refer to what lives as long as the program, a static constexpr array for one
[[run::autoconvert]] Table temporary() { return Table(std::array{1, 2}); }
[[run::autoconvert]] Table local(int n) {
  const std::vector<int> ids{n, 2};
  // CHECK: :[[#@LINE+1]]:16: error: the 'std::span<const int>' refers to what is gone
  return Table(ids);
}
// CHECK: :[[#@LINE+1]]:77: error: the 'std::span<const int>' refers to what is gone
[[run::autoconvert]] Table parameter(std::span<const int> s) { return Table(s); }
[[run::autoconvert]] Table set() {
  Table table;
  // CHECK: :[[#@LINE+1]]:17: error: the 'std::span<const int>' refers to what is gone
  table.set_ids(std::vector<int>{1});
  return table;
}
[[run::autoconvert]] Table pointer(const std::vector<double>& values) {
  // CHECK: :[[#@LINE+1]]:16: error: the pointer refers to what is gone
  return Table(values.data(), values.size());
}
[[run::autoconvert]] Watch watch() {
  const int n[] = {1, 2};
  const int* const second = n + 1;
  // CHECK: :[[#@LINE-1]]:29: error: the pointer refers to what is gone
  return Watch{second};
}
[[run::autoconvert]] Table iterators() {
  const std::vector<int> ids{1, 2};
  // CHECK: :[[#@LINE+2]]:16: error: the iterator refers to what is gone
  // CHECK: :[[#@LINE+1]]:29: error: the iterator refers to what is gone
  return Table(ids.begin(), ids.end());
}

// What lives as long as the program, and what somebody gives as a pointer, is no matter of the recipe.
[[run::autoconvert]] Table constant() { return Table(kIds); }
[[run::autoconvert]] Table part() { return Table(std::span(kIds).first(2)); }
[[run::autoconvert]] Table numbers() { return Table(kValues, 2); }
[[run::autoconvert]] Watch given(const int* place) { return Watch{place}; }
[[run::autoconvert]] Watch read(const std::vector<const int*>& places) { return Watch{places[0]}; }
[[run::autoconvert]] Watch first() { return Watch{&kIds[1]}; }

#include "reference-view.run.h"
