// What a function looks at is as the recipe has set it by then: what it sets afterwards would be there, too, when the
// configuration is built. Who keeps the pointer sees it in any case.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <functional>
#include <memory>
#include <utility>
#include <vector>

struct Cache {
  bool enabled() const { return spare > 0; }
  int size = 1;
  int spare = 2;
};
class Reader {
 public:
  explicit Reader(std::shared_ptr<Cache> cache) : size_(cache->size) {}
  void set_cache(const std::shared_ptr<Cache>& cache) { size_ = cache->size; }

 private:
  int size_;
};
class Keeper {
 public:
  explicit Keeper(std::shared_ptr<Cache> cache) : caches_{std::move(cache)} {}
  void set_spare(std::shared_ptr<const Cache> cache) { spare_ = std::move(cache); }

 private:
  std::vector<std::shared_ptr<Cache>> caches_;
  std::shared_ptr<const Cache> spare_;
};
class Hidden {
 public:
  explicit Hidden(std::shared_ptr<Cache> cache);
  ~Hidden();

 private:
  struct Own;
  std::unique_ptr<Own> own_;
};
class Log {
 public:
  explicit Log(std::shared_ptr<Cache> cache) : cache_{std::move(cache)}, lines_{2 * cache_->size} {
    later_ = [this] { return cache_->spare; };
  }
  void set_spare(const std::shared_ptr<Cache>& spare);

 private:
  std::shared_ptr<Cache> cache_;
  std::function<int()> later_;
  int lines_;
};
inline void Log::set_spare(const std::shared_ptr<Cache>& spare) {
  cache_ = spare;
  if (spare->enabled()) lines_ = 1;
}
struct Both {
  std::shared_ptr<Cache> cache{};
  int size = 0;
};
inline int size_of(const std::shared_ptr<Cache>& cache) { return cache->size; }
inline int size_by_value(Cache cache) { return cache.size; }

[[run::autoconvert]] Reader by_constructor() {
  auto cache = std::make_shared<Cache>();
  Reader reader(cache);
  // CHECK: :[[@LINE+2]]:3: error: 'Reader' has been given this object by now: in the configuration it would see what is set here [run-unsupported]
  // CHECK: note: set it before, or give 'Reader' a copy
  cache->size = 5;
  return reader;
}

[[run::autoconvert]] Reader by_setter() {
  auto cache = std::make_shared<Cache>();
  Reader reader(std::make_shared<Cache>());
  reader.set_cache(cache);
  // CHECK: :[[@LINE+1]]:3: error: 'set_cache' has been given this object by now
  cache->size = 5;
  return reader;
}

[[run::autoconvert]] Both by_call() {
  auto cache = std::make_shared<Cache>();
  Both both{.cache = cache, .size = size_of(cache)};
  // CHECK: :[[@LINE+1]]:3: error: 'size_of' has been given this object by now
  cache->size = 5;
  return both;
}

[[run::autoconvert]] Both of_member() {
  Both both{.cache = std::make_shared<Cache>()};
  both.size = size_of(both.cache);
  // CHECK: :[[@LINE+1]]:3: error: 'size_of' has been given this object by now
  both.cache->size = 5;
  return both;
}

// A class that keeps the pointer, whose text says that it looks at the object.
[[run::autoconvert]] Log by_keeper() {
  auto cache = std::make_shared<Cache>();
  Log log(cache);
  // CHECK: :[[@LINE+1]]:3: error: 'Log' has been given this object by now
  cache->size = 5;
  return log;
}

[[run::autoconvert]] Log by_setter_of_keeper() {
  auto cache = std::make_shared<Cache>();
  Log log(std::make_shared<Cache>());
  log.set_spare(cache);
  // CHECK: :[[@LINE+1]]:3: error: 'set_spare' has been given this object by now
  cache->size = 5;
  return log;
}

[[run::autoconvert(allow_control_flow)]] std::vector<Log> in_turns(int n) {
  std::vector<Log> logs;
  auto cache = std::make_shared<Cache>();
  for (int i = 0; i < n; ++i) {
    // CHECK: :[[@LINE+2]]:5: error: 'Log' is given this object in each turn of the loop: in the configuration it would see what the last turn sets here [run-unsupported]
    // CHECK: note: make an object in each turn, or give 'Log' a copy
    cache->size = i;
    logs.emplace_back(cache);
  }
  return logs;
}

[[run::autoconvert(allow_control_flow)]] std::vector<Reader> in_turns_of_branches(int n) {
  std::vector<Reader> readers;
  auto cache = std::make_shared<Cache>();
  for (int i = 0; i < n; ++i) {
    // CHECK: :[[@LINE+1]]:16: error: 'Reader' is given this object in each turn of the loop
    if (i > 2) cache->size = i;
    Reader reader(cache);
    readers.push_back(reader);
  }
  return readers;
}

// Each turn has an object of its own, sets what nobody looks at, or sets nothing.
[[run::autoconvert(allow_control_flow)]] std::vector<Log> own(int n) {
  std::vector<Log> logs;
  auto cache = std::make_shared<Cache>();
  cache->size = 3;
  for (int i = 0; i < n; ++i) {
    logs.emplace_back(cache);
    auto own = std::make_shared<Cache>();
    own->size = i;
    logs.emplace_back(own);
    cache->spare = i;
  }
  return logs;
}

// Set before, in another object, or seen by nobody.
[[run::autoconvert]] Keeper kept() {
  auto cache = std::make_shared<Cache>();
  Keeper keeper(cache);
  cache->size = 5;
  auto spare = std::make_shared<Cache>();
  keeper.set_spare(spare);
  spare->size = 6;
  return keeper;
}
[[run::autoconvert]] std::shared_ptr<Hidden> hidden() {
  auto cache = std::make_shared<Cache>();
  auto hidden = std::make_shared<Hidden>(cache);
  cache->size = 5;
  return hidden;
}
[[run::autoconvert]] Both before() {
  auto cache = std::make_shared<Cache>();
  cache->size = 5;
  Both both{.cache = cache, .size = size_of(cache)};
  cache = std::make_shared<Cache>();
  cache->size = 6;
  both.size = size_by_value(*cache);
  cache->size = 7;
  both.cache = cache;
  return both;
}

// Called later, it sees what is set by then in C++, too.
struct Counted {
  std::function<int()> count{};
};
[[run::autoconvert]] Counted called_later() {
  Counted counted;
  auto cache = std::make_shared<Cache>();
  counted.count = std::bind_front(size_of, cache);
  cache->size = 5;
  return counted;
}

#include "unsupported-seen.run.h"
