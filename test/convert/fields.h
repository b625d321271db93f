// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/fields.run.h
#include <memory>

struct Cache {
  int size = 1;
  int ways = 2;
};

struct Options {
  int level = 1;
  Cache cache;
  Cache backup;
  std::unique_ptr<Cache> spare;
};

// CHECK-LABEL: autoconvert_options
// CHECK: options->level = n;
// CHECK-NEXT: options->cache->size = options->level.get() * 2;
// CHECK-NEXT: options->level += 2;
// CHECK-NEXT: ++options->cache->ways;
// CHECK-NEXT: options->backup = ::run::Config<::Cache>({.size = options->cache->ways.get() * 100});
// CHECK-NEXT: options->spare = ::run::Config<::Cache>({.size = n});
// CHECK-NEXT: other->cache = options->backup;
[[run::autoconvert]] inline Options options(int n) {
  Options options;
  Options other;
  options.level = n;
  options.cache.size = options.level * 2;
  options.level += 2;
  ++options.cache.ways;
  options.backup = Cache{.size = options.cache.ways * 100};
  options.spare = std::make_unique<Cache>(Cache{n});
  other.cache = options.backup;
  other.spare = std::move(options.spare);
  return other;
}
