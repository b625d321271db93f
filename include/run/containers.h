// What the typed handles on containers offer, as the containers of the standard library do: configurations of one
// (config.h) and places that hold one (field.h).
#pragma once

#include <concepts>
#include <cstddef>
#include <map>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "run/keys.h"
#include "run/ref.h"

namespace run {

template <class T>
class Element;

/// A container of so many copies of the element; of `{}`, so many empty or zero ones. Throws std::length_error as the
/// container itself does.
template <detail::SequenceLike C>
Config<C> repeated(std::size_t count, Arg<typename C::value_type> element);  // config.h

namespace detail {

template <class C>
Config<C> slice_of(const Spot& spot, std::ptrdiff_t first, std::ptrdiff_t last);  // config.h

/// The elements of a container, one after the other, each as a Handle.
template <class T, class Handle>
class Elements {
 public:
  class Iterator {
   public:
    using value_type = Handle;
    using difference_type = std::ptrdiff_t;

    Iterator() = default;
    Iterator(const Elements* of, std::size_t index) : of_(of), index_(index) {}
    Handle operator*() const { return static_cast<Handle>(Element<T>(element(of_->container_, index_))); }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    void operator++(int) { ++index_; }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const Elements* of_ = nullptr;
    std::size_t index_ = 0;
  };

  Elements(Spot container, std::size_t count) : container_(std::move(container)), count_(count) {}
  Iterator begin() const { return Iterator(this, 0); }
  Iterator end() const { return Iterator(this, count_); }

 private:
  Spot container_;
  std::size_t count_;
};

/// What C++ makes from nothing, `T()`: an object's configuration, and those in a container of so many.
template <class T>
Value from_nothing(std::source_location at) {
  if constexpr (kind_of<T>() == TypeKind::object) {
    return detail::wrap(Config<T>(Here(at)));
  } else if constexpr (TupleLike<T>) {
    return [at]<class... M>(std::tuple<M...>*) {
      Value::List members;
      (members.push_back(from_nothing<M>(at)), ...);
      return Value(std::move(members));
    }(static_cast<typename Shape<T>::members*>(nullptr));
  } else if constexpr (ArrayLike<T>) {
    Value::List elements;
    for (std::size_t i = 0; i < std::tuple_size_v<T>; ++i)
      elements.push_back(from_nothing<typename Shape<T>::element>(at));
    return Value(std::move(elements));
  } else if constexpr (VariantLike<T>) {
    return from_nothing<std::tuple_element_t<0, typename Shape<T>::alternatives>>(at);
  } else {
    return Arg<T>().take_or_blank();
  }
}

/// Self has `Spot spot() const`; C is what is seen there.
template <class Self, class C>
class Filled {
 public:
  template <class V = C>
  void push_back(Arg<typename V::value_type> value) {
    if (!is_filled_with(value)) run::detail::push_back(here(), value.take_or_blank(), value.where);
  }
  template <class V = C>
  void emplace_back(Arg<typename V::value_type> value) {
    if (!is_filled_with(value)) run::detail::push_back(here(), value.take_or_blank(), value.where);
  }
  template <class V = C>
  void push_front(Arg<typename V::value_type> value) {
    run::detail::insert(here(), 0, value.take_or_blank(), value.where);
  }
  /// Behind the others.
  template <class V = C>
  requires SequenceLike<V>
  void append_range(std::type_identity_t<Arg<V>> elements) {
    const auto end = static_cast<std::ptrdiff_t>(size());
    run::detail::replace(here(), end, end, std::move(elements.value), elements.where);
  }
  /// Before the element of that number, from the end where it is negative.
  template <class V = C>
  requires SequenceLike<V>
  void insert_range(std::ptrdiff_t index, std::type_identity_t<Arg<V>> elements) {
    run::detail::replace(here(), index, index, std::move(elements.value), elements.where);
  }
  /// The last elements go, or copies of this one come.
  template <class V = C>
  requires SequenceLike<V>
  void resize(std::size_t count, Arg<typename V::value_type> element = {}) {
    const std::size_t before = size();
    if (count < before)
      run::detail::erase(here(), static_cast<std::ptrdiff_t>(count), static_cast<std::ptrdiff_t>(before),
                         element.where);
    else
      append_range<V>(repeated<V>(count - before, std::move(element)));
  }
  /// Before the element of that number, from the end where it is negative.
  template <class V = C>
  void insert(std::ptrdiff_t index, Arg<typename V::value_type> value) {
    run::detail::insert(here(), index, value.take_or_blank(), value.where);
  }
  /// The element of that number, from the end where it is negative.
  template <ElementIndex I, class V = C>
  requires SequenceLike<V>
  void erase(I index, std::source_location at = std::source_location::current()) {
    run::detail::erase(here(), static_cast<std::ptrdiff_t>(index), at);
  }
  /// Elements from `first` up to, and without, `last`.
  template <ElementIndex I, ElementIndex J, class V = C>
  requires SequenceLike<V>
  void erase(I first, J last, std::source_location at = std::source_location::current()) {
    run::detail::erase(here(), static_cast<std::ptrdiff_t>(first), static_cast<std::ptrdiff_t>(last), at);
  }
  template <class V = C>
  requires SequenceLike<V>
  void pop_back(std::source_location at = std::source_location::current()) {
    run::detail::erase(here(), std::ptrdiff_t{-1}, at);
  }
  /// Copies of the elements from `first` up to, and without, `last`.
  template <class V = C>
  requires SequenceLike<V> Config<V> slice(std::ptrdiff_t first, std::ptrdiff_t last)
  const { return slice_of<V>(here(), first, last); }
  /// Those elements give way to these, as many as there are.
  template <class V = C>
  requires SequenceLike<V>
  void replace(std::ptrdiff_t first, std::ptrdiff_t last, std::type_identity_t<Arg<V>> elements) {
    run::detail::replace(here(), first, last, std::move(elements.value), elements.where);
  }
  template <class V = C>
  requires(SequenceLike<V> || MapLike<V>) void clear(std::source_location at = std::source_location::current()) {
    run::detail::clear(here(), at);
  }
  /// The entry of that key. False where there is none.
  template <class K, class V = C>
  requires(MapLike<V>&& std::convertible_to<const K&, typename V::key_type>) bool erase(
      const K& key, std::source_location at = std::source_location::current()) {
    return run::detail::erase(here(), key_at<V>(here(), typename V::key_type(key)), at);
  }
  template <class K, class V = C>
  requires(MapLike<V>&& std::convertible_to<const K&, typename V::key_type>) bool contains(const K& key) const {
    return run::detail::contains(here(), key_at<V>(here(), typename V::key_type(key)));
  }
  /// 1 or 0.
  template <class K, class V = C>
  requires(MapLike<V>&& std::convertible_to<const K&, typename V::key_type>) std::size_t count(const K& key)
  const { return contains(key) ? 1 : 0; }
  /// In their order.
  template <class V = C>
  requires MapLike<V> std::vector<typename V::key_type> keys()
  const {
    std::vector<typename V::key_type> all;
    const Value known = run::detail::keys(here());
    for (const Value& key : known.list()) all.push_back(unwrapped<typename V::key_type>(key));
    return all;
  }
  /// In the order of the map's own comparison, as a std::map has them.
  template <class V = C>
  requires MapLike<V> && requires { typename V::key_compare; }
  std::vector<typename V::key_type> sorted_keys() const {
    std::map<typename V::key_type, bool, typename V::key_compare> order;
    for (typename V::key_type& key : keys()) order.try_emplace(std::move(key));
    std::vector<typename V::key_type> all;
    for (const auto& entry : order) all.push_back(entry.first);
    return all;
  }
  /// For loops over what there is now: `for (auto layer : net->layers.elements()) layer->width = 3;`. Each is an
  /// Element, the handle on a place, of which a run::Config makes a copy; or what is asked for,
  /// `elements<run::Shared<Layer>>()`.
  template <class Handle = void, class V = C>
  requires(SequenceLike<V> || ArrayLike<V>) auto elements() const {
    using T = typename V::value_type;
    return Elements<T, std::conditional_t<std::is_void_v<Handle>, Element<T>, Handle>>(here(), size());
  }
  /// The last of equal keys stays.
  template <class V = C>
  void insert_or_assign(Arg<typename V::key_type> key, Arg<typename V::mapped_type> value) {
    put(here(), key_at<V>(here(), std::move(key.value)), value.take_or_blank(), true, value.where);
  }
  /// The first of equal keys stays. False where the key exists: then nothing is done.
  template <class V = C>
  bool try_emplace(Arg<typename V::key_type> key, Arg<typename V::mapped_type> value) {
    return put(here(), key_at<V>(here(), std::move(key.value)), value.take_or_blank(), false, value.where);
  }
  template <class V = C>
  bool emplace(Arg<typename V::key_type> key, Arg<typename V::mapped_type> value) {
    return try_emplace<V>(std::move(key), std::move(value));
  }
  /// Entries whose keys there are not.
  template <class V = C>
  requires MapLike<V>
  void insert_range(std::type_identity_t<Arg<V>> entries) {
    run::detail::put_new(here(), std::move(entries.value), entries.where);
  }
  /// The entry of that key, made where there is none, as `operator[]` of the map does.
  template <class V = C>
  requires MapLike<V>
  auto made_at(const typename V::key_type& key, std::source_location at = std::source_location::current()) const {
    using M = typename V::mapped_type;
    const Value known = key_at<V>(here(), key);
    put(here(), known, from_nothing<M>(at), false, at);
    return Element<M>(entry(here(), known));
  }
  void reserve(std::size_t count) {
    if constexpr (std::derived_from<Self, Graph>)
      if (Value::List* list = elements_alone(static_cast<Self*>(this)->node())) return list->reserve(count);
    run::detail::reserve(here(), count);
  }
  std::size_t size() const { return run::detail::size(here()); }
  bool empty() const { return size() == 0; }

  /// Elements of sequences. Throws Error where there is none.
  template <class V = C>
  requires(SequenceLike<V> || ArrayLike<V>) auto front() const {
    return Element<typename V::value_type>(element(here(), 0));
  }
  template <class V = C>
  requires(SequenceLike<V> || ArrayLike<V>) auto back() const {
    return Element<typename V::value_type>(element(here(), last(here())));
  }
  /// What an optional holds. Throws Error, where it is used, if it holds nothing.
  template <class V = C>
  requires OptionalLike<V>
  auto value() const { return Element<typename Shape<V>::content>(content(here())); }
  /// A member of a pair or tuple.
  template <std::size_t I, class V = C>
  requires TupleLike<V>
  auto at() const { return Element<std::tuple_element_t<I, typename Shape<V>::members>>(element(here(), I)); }

 private:
  Spot here() const { return static_cast<const Self*>(this)->spot(); }
  /// Whether the value was put at the end, as it mostly can where this is the configuration of a container.
  bool is_filled_with(Slot& value) {
    if constexpr (std::derived_from<Self, Graph>)
      return fill(static_cast<Self*>(this)->node(), value.value);
    else
      return false;
  }
};

}  // namespace detail
}  // namespace run
