// Elements one behind the other that somebody else holds.
#pragma once

#include <cstddef>

namespace run {

/// What std::span is, without all that std::span makes the compiler ask of iterators, for each type anew: that was a
/// fifth of the time that our headers take.
template <class T>
class Span {
 public:
  constexpr Span() = default;
  constexpr Span(T* first, std::size_t count) : first_(first), count_(count) {}
  /// Of what has data() and size(): arrays, vectors.
  template <class C>
  requires requires(C& all) {
    static_cast<T*>(all.data());
    all.size();
  }
  constexpr Span(C&& all) : first_(all.data()), count_(all.size()) {}
  template <std::size_t N>
  constexpr Span(T (&all)[N]) : first_(all), count_(N) {}

  constexpr T* begin() const { return first_; }
  constexpr T* end() const { return first_ + count_; }
  constexpr T* data() const { return first_; }
  constexpr std::size_t size() const { return count_; }
  constexpr bool empty() const { return count_ == 0; }
  constexpr T& operator[](std::size_t index) const { return first_[index]; }
  constexpr T& front() const { return *first_; }
  constexpr T& back() const { return first_[count_ - 1]; }
  constexpr Span first(std::size_t count) const { return {first_, count}; }
  constexpr Span subspan(std::size_t from) const { return {first_ + from, count_ - from}; }
  constexpr Span subspan(std::size_t from, std::size_t count) const { return {first_ + from, count}; }

 private:
  T* first_ = nullptr;
  std::size_t count_ = 0;
};

}  // namespace run
