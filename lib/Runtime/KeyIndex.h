// The entries of a map by their keys, where many are looked for: a map itself is a list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "run/value.h"

namespace run::detail {

/// Of a map that lives as long, and whose keys stay.
class KeyIndex {
 public:
  /// Of the entries that there are.
  explicit KeyIndex(const Value::Map& map);

  /// The index of the entry of that key; the map's size where there is none.
  std::size_t find(const Value& key) const;
  bool has(const Value& key) const { return find(key) != map_.size(); }
  /// Notes the last entry, a new one.
  void add_last();

 private:
  const Value::Map& map_;
  std::unordered_multimap<std::uint64_t, std::size_t> known_;  // by the keys' hashes
};

}  // namespace run::detail
