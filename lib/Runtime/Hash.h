// Hashes of values: what is equal has one hash.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>

#include "run/type.h"
#include "run/value.h"

namespace run::detail {

inline std::uint64_t mix(std::uint64_t hash, std::uint64_t with) {
  hash ^= with + 0x9e3779b97f4a7c15U + (hash << 6) + (hash >> 2);
  hash *= 0xff51afd7ed558ccdU;
  return hash ^ (hash >> 32);
}

inline std::uint64_t address(const void* pointer) { return reinterpret_cast<std::uintptr_t>(pointer); }

/// `hash_of_node(node)` gives the hash of a node in the value.
template <class HashOfNode>
std::uint64_t hash_value(const Value& value, const HashOfNode& hash_of_node) {
  using Kind = Value::Kind;
  const std::uint64_t kind = mix(0, static_cast<std::uint64_t>(value.kind()));
  switch (value.kind()) {
    case Kind::absent:
    case Kind::null:
      return kind;
    case Kind::boolean:
      return mix(kind, value.boolean() ? 1 : 0);
    case Kind::integer:
      return mix(kind, static_cast<std::uint64_t>(value.integer()));
    case Kind::natural:
      return mix(kind, value.natural());
    case Kind::real: {
      const double real = value.real();
      if (real == 0) return kind;  // of either sign
      return mix(kind,
                 std::bit_cast<std::uint64_t>(std::isnan(real) ? std::numeric_limits<double>::quiet_NaN() : real));
    }
    case Kind::string:
      return mix(kind, std::hash<std::string>()(value.string()));
    case Kind::enumerator:
      return mix(kind, static_cast<std::uint64_t>(value.enumerator().bits));
    case Kind::list: {
      std::uint64_t hash = kind;
      for (const Value& element : value.list()) hash = mix(hash, hash_value(element, hash_of_node));
      return hash;
    }
    case Kind::map: {
      std::uint64_t hash = kind;  // in any order of the keys
      for (const auto& [key, entry] : value.map())
        hash += mix(hash_value(key, hash_of_node), hash_value(entry, hash_of_node));
      return hash;
    }
    case Kind::node:
      return mix(kind, hash_of_node(*value.node()));
    case Kind::function:
      return mix(kind, address(reinterpret_cast<const void*>(value.function().pointer)));
    case Kind::opaque: {
      const OpaqueOps& ops = *value.opaque().ops;
      if (ops.text != nullptr) return mix(kind, std::hash<std::string>()(ops.text(value.opaque().object.get())));
      return mix(kind, ops.equal != nullptr ? address(ops.type) : address(value.opaque().object.get()));
    }
  }
  return kind;
}

}  // namespace run::detail
