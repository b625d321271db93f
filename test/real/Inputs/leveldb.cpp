// LevelDB: options whose plain pointers come from functions; who opens the database owns what they point to.
#include <leveldb/cache.h>
#include <leveldb/db.h>
#include <leveldb/env.h>
#include <leveldb/filter_policy.h>
#include <run/run.h>

#include <memory>
#include <string>

#include "check.h"

[[run::autoconvert]] leveldb::Options options(std::size_t buffer_mb = 4) {
  leveldb::Options options;
  options.create_if_missing = true;
  options.write_buffer_size = buffer_mb << 20;
  options.compression = leveldb::kNoCompression;
  options.filter_policy = leveldb::NewBloomFilterPolicy(10);
  options.block_cache = leveldb::NewLRUCache(100 << 20);
  options.env = leveldb::Env::Default();
  return options;
}

[[run::autoconvert]] leveldb::ReadOptions scan() {
  leveldb::ReadOptions read;
  read.verify_checksums = true;
  read.fill_cache = false;
  return read;
}

#include "leveldb.run.h"

int main() {
  auto config = run::autoconvert<options>(8);
  const leveldb::Options built = run::build(config);
  const std::unique_ptr<const leveldb::FilterPolicy> policy(built.filter_policy);
  const std::unique_ptr<leveldb::Cache> cache(built.block_cache);
  CHECK(built.create_if_missing && built.write_buffer_size == 8 << 20 && built.compression == leveldb::kNoCompression);
  CHECK(std::string(policy->Name()) == "leveldb.BuiltinBloomFilter2" && cache != nullptr);
  CHECK(built.env == leveldb::Env::Default() && built.comparator == leveldb::Options().comparator);
  const leveldb::ReadOptions read = run::build(run::autoconvert<scan>());
  CHECK(read.verify_checksums && !read.fill_cache);
  config.broadcast("capacity", 1 << 20);
  CHECK(contains(run::to_yaml(config), "_target_: leveldb::NewLRUCache\n  capacity: 1048576\n"));
  CHECK(run::from_yaml<leveldb::Options>(run::to_yaml(config)) == config);
  return check_result();
}
