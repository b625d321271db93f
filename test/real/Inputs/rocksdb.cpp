// RocksDB: options structs with a hundred public members and bases, factories that return raw pointers, C enumerations.
#include <rocksdb/cache.h>
#include <rocksdb/comparator.h>
#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/listener.h>
#include <rocksdb/merge_operator.h>
#include <rocksdb/options.h>
#include <rocksdb/rate_limiter.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>
#include <run/run.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "check.h"

struct Database {
  std::string path;
  rocksdb::Options options;
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
};

/// Puts what is added behind the value.
class Joined : public rocksdb::AssociativeMergeOperator {
 public:
  explicit Joined(std::string between) : between_(std::move(between)) {}
  bool Merge(const rocksdb::Slice&, const rocksdb::Slice* old, const rocksdb::Slice& added, std::string* made,
             rocksdb::Logger*) const override {
    *made = old == nullptr ? added.ToString() : old->ToString() + between_ + added.ToString();
    return true;
  }
  const char* Name() const override { return between_.c_str(); }

 private:
  std::string between_;
};

class Watcher : public rocksdb::EventListener {
 public:
  explicit Watcher(std::string name) : name_(std::move(name)) {}
  const char* Name() const override { return name_.c_str(); }

 private:
  std::string name_;
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
rocksdb::ColumnFamilyOptions family(std::shared_ptr<rocksdb::MergeOperator> merge) {
  rocksdb::ColumnFamilyOptions family;
  family.merge_operator = merge;
  family.comparator = rocksdb::ReverseBytewiseComparator();
  family.compression_per_level = {rocksdb::kNoCompression, rocksdb::kLZ4Compression};
  family.compaction_style = rocksdb::kCompactionStyleUniversal;
  family.compaction_options_universal.size_ratio = 10;
  return family;
}

[[run::autoconvert]]
Database database(std::string path) {
  rocksdb::Options all = options(4);
  all.listeners.emplace_back(std::make_shared<Watcher>("first"));
  all.listeners.push_back(std::make_shared<Watcher>("second"));
  all.db_paths.emplace_back(path + "/fast", 1 << 20);
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  families.emplace_back(rocksdb::kDefaultColumnFamilyName, all);
  families.push_back(rocksdb::ColumnFamilyDescriptor("counts", family(std::make_shared<Joined>(","))));
  return Database{.path = path, .options = all, .families = families};
}

[[run::autoconvert]]
rocksdb::WriteOptions durable() {
  rocksdb::WriteOptions write;
  write.sync = true;
  return write;
}

#include "rocksdb.run.h"

/// What the database says after it was opened, written to, merged and read; then it is gone.
std::string used(const Database& database) {
  rocksdb::DBOptions options = database.options;
  options.create_missing_column_families = true;
  rocksdb::DB* opened = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  std::filesystem::create_directories(database.path);
  rocksdb::Status status = rocksdb::DB::Open(options, database.path, database.families, &families, &opened);
  const std::unique_ptr<rocksdb::DB> db(opened);
  std::string stored;
  std::string merged;
  if (status.ok()) status = db->Put(rocksdb::WriteOptions(), "key", "value");
  if (status.ok()) status = db->Merge(rocksdb::WriteOptions(), families.at(1), "count", "1");
  if (status.ok()) status = db->Merge(rocksdb::WriteOptions(), families.at(1), "count", "2");
  for (rocksdb::ColumnFamilyHandle* family : families)
    if (status.ok()) status = db->Flush(rocksdb::FlushOptions(), family);
  if (status.ok()) status = db->Get(rocksdb::ReadOptions(), "key", &stored);
  if (status.ok()) status = db->Get(rocksdb::ReadOptions(), families.at(1), "count", &merged);
  for (rocksdb::ColumnFamilyHandle* family : families) db->DestroyColumnFamilyHandle(family);
  std::filesystem::remove_all(database.path);
  return status.ok() ? stored + " " + merged : status.ToString();
}

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
  CHECK(built.options.listeners.size() == 2 && built.options.db_paths.size() == 1);
  CHECK(built.options.listeners[1]->Name() == std::string("second") &&
        built.options.db_paths[0].path == "/tmp/db/fast");
  CHECK(built.families.size() == 2 && built.families[0].name == wanted.families[0].name);
  CHECK(built.families[0].options.compression == rocksdb::kLZ4Compression);
  CHECK(built.families[1].options.merge_operator->Name() == std::string(","));
  CHECK(built.families[1].options.comparator == rocksdb::ReverseBytewiseComparator());
  CHECK(built.families[1].options.compression_per_level == wanted.families[1].options.compression_per_level);
  CHECK(built.families[1].options.compaction_options_universal.size_ratio == 10);
  CHECK(rocksdb::WriteOptions(run::build(run::autoconvert<durable>())).sync);

  const std::string path = std::filesystem::temp_directory_path() / ("rocksdb-" + std::to_string(getpid()));
  CHECK(used(database(path)) == "value 1,2");
  CHECK(used(run::build(run::autoconvert<database>(path))) == "value 1,2");

  config->options->max_background_jobs *= 2;
  config.broadcast("block_size", 4096);
  CHECK(run::build(config).options.max_background_jobs == 8);
  CHECK(run::from_yaml<Database>(run::to_yaml(config)) == config);
  return check_result();
}
