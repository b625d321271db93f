// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/class-templates-defaults.run.h
#include <cstddef>

// Defaults that name parameters of the template.
enum class Kind { near, far };
template <class Policy, int N = 8, Kind K = Kind::far, class... Rest>
class Cache {
 public:
  explicit Cache(Policy policy = {}, int size = N, int twice = 2 * N - -N, Kind kind = K, std::size_t count = sizeof...(Rest),
                 std::size_t bytes = sizeof(Policy) * N);
};

// CHECK-LABEL: struct run::Target<::Cache<int, -2, ::Kind::far, char, char>> {
// CHECK: "size", {.text = "(-2)", .value = [] { return ::run::value<int>((-2)); }}),
// CHECK: .value = [] { return ::run::value<int>(2 * (-2) - -(-2)); }}),
// CHECK: .value = [] { return ::run::value<::Kind>(::Kind::far); }}),
// CHECK: .value = [] { return ::run::value<{{.*}}>(2{{.*}}); }}),
// CHECK: .value = [] { return ::run::value<{{.*}}>(sizeof(int) * (-2)); }}),
[[run::autoconvert]] inline Cache<int, -2, Kind::far, char, char> cache(int n) {
  return Cache<int, -2, Kind::far, char, char>(n);
}
