// Members that are C arrays: a configuration keeps them as a std::array.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

namespace run {
namespace detail {

template <class T>
struct ArrayOf {
  using type = T;
  static const T& copy(const T& element) { return element; }
  static void move(T& from, T& to) { to = std::move(from); }
};
template <class T, std::size_t Count>
struct ArrayOf<T[Count]> {
  using type = std::array<typename ArrayOf<T>::type, Count>;
  static type copy(const T (&array)[Count]) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) { return type{{ArrayOf<T>::copy(array[I])...}}; }
    (std::make_index_sequence<Count>());
  }
  static void move(type& from, T (&to)[Count]) {
    for (std::size_t i = 0; i < Count; ++i) ArrayOf<T>::move(from[i], to[i]);
  }
};

}  // namespace detail

/// The same elements, in an object that can be copied. Of arrays of arrays, too.
template <class T, std::size_t Count>
typename detail::ArrayOf<T[Count]>::type array_of(const T (&array)[Count]) {
  return detail::ArrayOf<T[Count]>::copy(array);
}

}  // namespace run
