// What the typed handles on containers offer, as the containers of the standard library do: configurations of one
// (config.h) and places that hold one (field.h).
#pragma once

#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "run/ref.h"

namespace run {

template <class T>
class Element;

namespace detail {

/// The entry of that key, made or replaced. False, and nothing is done, where it exists and `replace` is not asked for.
bool put(const Spot& spot, Value key, Value value, bool replace, Location where);
/// The number of the last element; throws Error where there is none.
std::size_t last(const Spot& spot);
void reserve(const Spot& spot, std::size_t count);

/// Self has `Spot spot() const`; C is what is seen there.
template <class Self, class C>
class Filled {
 public:
  template <class V = C>
  void push_back(Arg<typename V::value_type> value) {
    run::detail::push_back(here(), value.take_or_blank(), value.where);
  }
  template <class V = C>
  void emplace_back(Arg<typename V::value_type> value) {
    run::detail::push_back(here(), value.take_or_blank(), value.where);
  }
  template <class V = C>
  void push_front(Arg<typename V::value_type> value) {
    run::detail::insert(here(), 0, value.take_or_blank(), value.where);
  }
  /// Before the element of that number.
  template <class V = C>
  void insert(std::size_t index, Arg<typename V::value_type> value) {
    run::detail::insert(here(), index, value.take_or_blank(), value.where);
  }
  /// The last of equal keys stays.
  template <class V = C>
  void emplace(Arg<typename V::key_type> key, Arg<typename V::mapped_type> value) {
    put(here(), std::move(key.value), value.take_or_blank(), true, value.where);
  }
  template <class V = C>
  void insert_or_assign(Arg<typename V::key_type> key, Arg<typename V::mapped_type> value) {
    put(here(), std::move(key.value), value.take_or_blank(), true, value.where);
  }
  /// The first of equal keys stays. False where the key exists: then nothing is done.
  template <class V = C>
  bool try_emplace(Arg<typename V::key_type> key, Arg<typename V::mapped_type> value) {
    return put(here(), std::move(key.value), value.take_or_blank(), false, value.where);
  }
  void reserve(std::size_t count) { run::detail::reserve(here(), count); }
  std::size_t size() const { return run::detail::size(here()); }
  bool empty() const { return size() == 0; }

  /// Elements of sequences. Throws Error where there is none.
  template <class V = C>
    requires(SequenceLike<V> || ArrayLike<V>)
  auto front() const {
    return element_of<V>(0);
  }
  template <class V = C>
    requires(SequenceLike<V> || ArrayLike<V>)
  auto back() const {
    return element_of<V>(last(here()));
  }
  /// A member of a pair or tuple.
  template <std::size_t I, class V = C>
    requires TupleLike<V>
  auto at() const {
    return Element<std::tuple_element_t<I, typename Shape<V>::members>>(element(here(), I));
  }

 private:
  template <class V>
  auto element_of(std::size_t index) const {
    if constexpr (ArrayLike<V>)
      return Element<typename Shape<V>::element>(element(here(), index));
    else
      return Element<typename V::value_type>(element(here(), index));
  }
  Spot here() const { return static_cast<const Self*>(this)->spot(); }
};

}  // namespace detail
}  // namespace run
