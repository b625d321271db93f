// sizeof, decltype and noexcept of what is configured: only its type matters.
#include <run/run.h>

#include <cstddef>
#include <type_traits>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Cache {
  int size = 3;
  std::vector<int> sizes{1, 2};
  bool operator==(const Cache&) const = default;
};
struct Stack {
  Cache cache{};
  std::size_t bytes = 0;
  bool operator==(const Stack&) const = default;
};

[[run::autoconvert]] Cache members() {
  Cache cache;
  static_assert(sizeof(cache.size) == sizeof(int));
  decltype(cache.size) size = 4;
  cache.size = size + static_cast<int>(sizeof(cache.size) / sizeof(cache.sizes[0]));
  using Sizes = decltype(cache.sizes);
  cache.sizes = Sizes{7, 8};
  const decltype(cache.size) one = 1, two = 2;
  cache.size += one + static_cast<decltype(cache.size)>(two);
  return cache;
}

[[run::autoconvert]] Stack parameter(const Cache& cache) {
  auto& same = cache;
  static_assert(std::is_same_v<decltype(cache), const Cache&>);
  using Reference = decltype(same);
  static_assert(std::is_same_v<Reference, const Cache&>&& noexcept(same.size));
  return Stack{.cache = cache, .bytes = sizeof(cache) + sizeof same.sizes};
}

[[run::autoconvert]] Cache whole() {
  Cache first;
  decltype(first) second{.size = 8};
  using Same = decltype(first);
  static_assert(std::is_same_v<Same, Cache>);
  Same third = second;
  third.size += 1;
  return third;
}

template <class T>
constexpr std::size_t bytes_of() {
  return sizeof(T);
}
template <class T>
concept Sized = requires(T t) {
  t.size;
};

// In the arguments of templates, and where a template asks what is valid: a configuration has other members.
template <class T>
[[run::autoconvert]] T asked(int n) {
  T object;
  const std::vector<int> sizes(2, n);  // which one instance has no use for
  if constexpr (std::is_same_v<decltype(object), Cache>) object.sizes = sizes;
  if constexpr (Sized<decltype(object)>) object.size = n;
  if constexpr (requires { object.bytes; }) object.bytes = bytes_of<decltype(object)>();
  if constexpr (
      requires(T other) { other.with; } || requires { object.get; })
    object.size = -1;
  [[maybe_unused]] const bool is_cache =
      std::is_same<decltype(object), Cache>::value && __is_same(decltype(object), Cache);
  if constexpr (!requires { object.size; }) object.bytes += is_cache;
  return object;
}
template <class T>
[[run::autoconvert]] T unused(int n) {
  const int size = n + 1;
  T object;
  if constexpr (Sized<T>) object.size = size;
  return object;
}
template Cache unused<Cache>(int);
template Stack unused<Stack>(int);
template Cache asked<Cache>(int);
template Stack asked<Stack>(int);

}  // namespace app

#include "unevaluated.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::members>()) == app::members());
  CHECK(run::build(run::autoconvert<app::parameter>(app::Cache{})) == app::parameter(app::Cache{}));
  CHECK(run::build(run::autoconvert<app::whole>()) == app::whole());
  CHECK(run::build(run::autoconvert<app::asked<app::Cache>>(5)) == app::asked<app::Cache>(5));
  CHECK(run::build(run::autoconvert<app::asked<app::Stack>>(5)) == app::asked<app::Stack>(5));
  CHECK(run::build(run::autoconvert<app::unused<app::Cache>>(5)) == app::unused<app::Cache>(5));
  CHECK(run::build(run::autoconvert<app::unused<app::Stack>>(5)) == app::unused<app::Stack>(5));
  return check_result();
}
