// Members that are C arrays: a configuration keeps them as a std::array.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace run {
namespace detail {

template <class T>
struct ArrayOf {
  using type = T;
  static const T& copy(const T& element) { return element; }
  static void move(T& from, T& to) { to = std::move(from); }
  static void renew(T& from, T& to) noexcept {
    std::destroy_at(std::addressof(to));
    std::construct_at(std::addressof(to), std::move(from));
  }
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
  static void renew(type& from, T (&to)[Count]) noexcept {
    for (std::size_t i = 0; i < Count; ++i) ArrayOf<T>::renew(from[i], to[i]);
  }
};
/// Of characters: the text in front of the first zero.
template <std::size_t Count>
struct ArrayOf<char[Count]> {
  using type = std::string;
  static type copy(const char (&array)[Count]) {
    std::size_t length = 0;
    while (length < Count && array[length] != '\0') ++length;
    return type(array, length);
  }
  /// REQUIRES: the text and a zero have room in it.
  static void move(const type& from, char (&to)[Count]) {
    for (std::size_t i = 0; i < Count; ++i) to[i] = i < from.size() ? from[i] : '\0';
  }
};

}  // namespace detail

/// The same elements, or the same text, in an object that can be copied. Of arrays of arrays, too.
template <class T, std::size_t Count>
typename detail::ArrayOf<T[Count]>::type array_of(const T (&array)[Count]) {
  return detail::ArrayOf<T[Count]>::copy(array);
}

}  // namespace run
