// RocksDB: options structs with a hundred public members and bases, factories that return raw pointers, C enumerations.
#include <rocksdb/cache.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/options.h>
#include <rocksdb/rate_limiter.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>
#include <run/run.h>

#include <string>

#include "check.h"

struct Database {
  std::string path;
  rocksdb::Options options;
};

[[run::autoconvert]]
rocksdb::BlockBasedTableOptions table(size_t cache_mb) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = rocksdb::NewLRUCache(cache_mb << 20);
  table.block_size = 16 * 1024;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10, false));
  table.cache_index_and_filter_blocks = true;
  return table;
}

[[run::autoconvert]]
rocksdb::Options options(int jobs, size_t cache_mb = 64) {
  rocksdb::Options options;
  options.create_if_missing = true;
  options.max_background_jobs = jobs;
  options.compression = rocksdb::kLZ4Compression;
  options.compression_opts.level = 3;
  options.write_buffer_size = 64 << 20;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table(cache_mb)));
  options.rate_limiter.reset(rocksdb::NewGenericRateLimiter(10 << 20));
  options.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(8));
  return options;
}

[[run::autoconvert]]
Database database(std::string path) {
  return Database{.path = path, .options = options(4)};
}

[[run::autoconvert]]
rocksdb::WriteOptions durable() {
  rocksdb::WriteOptions write;
  write.sync = true;
  return write;
}

#include "rocksdb.run.h"

int main() {
  auto config = run::autoconvert<database>("/tmp/db");
  const Database built = run::build(config);
  const Database wanted = database("/tmp/db");
  CHECK(built.path == wanted.path);
  CHECK(built.options.max_background_jobs == wanted.options.max_background_jobs);
  CHECK(built.options.compression == wanted.options.compression);
  CHECK(built.options.compression_opts.level == wanted.options.compression_opts.level);
  CHECK(built.options.compression_opts.window_bits == wanted.options.compression_opts.window_bits);
  CHECK(built.options.write_buffer_size == wanted.options.write_buffer_size);
  CHECK(std::string(built.options.table_factory->Name()) == wanted.options.table_factory->Name());
  CHECK(built.options.table_factory->GetPrintableOptions().find("block_size: 16384") != std::string::npos);
  CHECK(built.options.rate_limiter->GetBytesPerSecond() == wanted.options.rate_limiter->GetBytesPerSecond());
  CHECK(built.options.prefix_extractor->AsString() == wanted.options.prefix_extractor->AsString());
  CHECK(rocksdb::WriteOptions(run::build(run::autoconvert<durable>())).sync);

  config->options->max_background_jobs *= 2;
  config.broadcast("block_size", 4096);
  CHECK(run::build(config).options.max_background_jobs == 8);
  CHECK(run::from_yaml<Database>(run::to_yaml(config)) == config);
  return check_result();
}
