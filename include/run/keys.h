// Keys of maps that say themselves which are equal, `std::map<std::string, T, NoCase>`. Ours.
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include "run/elements.h"
#include "run/ref.h"
#include "run/standard.h"

namespace run::detail {

template <class F, class K>
concept PlainComparison =
    std::same_as<F, std::less<K>> || std::same_as<F, std::less<>> || std::same_as<F, std::greater<K>> ||
    std::same_as<F, std::greater<>> || std::same_as<F, std::equal_to<K>> || std::same_as<F, std::equal_to<>>;

/// What the map takes keys by, if that is not what everybody means by equal; else void.
template <class M>
struct OwnComparison {
  using order = void;
  using equality = void;
};
template <class M>
requires(!PlainComparison<typename M::key_compare, typename M::key_type>) struct OwnComparison<M> {
  using order = typename M::key_compare;
  using equality = void;
};
template <class M>
requires(!PlainComparison<typename M::key_equal, typename M::key_type>) struct OwnComparison<M> {
  using order = void;
  using equality = typename M::key_equal;
};

/// The key as the map there has it, if it has one that is equal to it; else the key.
template <class M>
Value key_at(const Spot& map, const typename M::key_type& key) {
  using Order = typename OwnComparison<M>::order;
  using Equality = typename OwnComparison<M>::equality;
  if constexpr (!std::is_void_v<Order> || !std::is_void_v<Equality>) {
    const Value known = known_keys(map);
    for (const Value& one : known.list()) {
      const auto other = unwrapped<typename M::key_type>(one);
      if constexpr (std::is_void_v<Order>) {
        if (Equality()(other, key)) return one;
      } else {
        if (!Order()(other, key) && !Order()(key, other)) return one;
      }
    }
  }
  return wrap(key);
}
/// The same of a key that is a value already.
template <class M>
Value key_at(const Spot& map, Value key) {
  using Own = OwnComparison<M>;
  if constexpr (std::is_void_v<typename Own::order> && std::is_void_v<typename Own::equality>)
    return key;
  else
    return key_at<M>(map, unwrapped<typename M::key_type>(key));
}

}  // namespace run::detail
