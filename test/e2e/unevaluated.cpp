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

}  // namespace app

#include "unevaluated.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::members>()) == app::members());
  CHECK(run::build(run::autoconvert<app::parameter>(app::Cache{})) == app::parameter(app::Cache{}));
  CHECK(run::build(run::autoconvert<app::whole>()) == app::whole());
  return check_result();
}
