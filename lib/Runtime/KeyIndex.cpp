#include "KeyIndex.h"

#include "Hash.h"
#include "run/node.h"

namespace run::detail {
namespace {

/// No key holds a node.
std::uint64_t hash_of(const Value& key) {
  return hash_value(key, [](const Node&) { return std::uint64_t{0}; });
}

}  // namespace

KeyIndex::KeyIndex(const Value::Map& map) : map_(map) {
  for (std::size_t i = 0; i < map.size(); ++i) known_.emplace(hash_of(map[i].first), i);
}

std::size_t KeyIndex::find(const Value& key) const {
  const auto [begin, end] = known_.equal_range(hash_of(key));
  for (auto known = begin; known != end; ++known)
    if (equal(map_[known->second].first, key)) return known->second;
  return map_.size();
}

void KeyIndex::add_last() { known_.emplace(hash_of(map_.back().first), map_.size() - 1); }

}  // namespace run::detail
