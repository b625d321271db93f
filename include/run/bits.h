// What a bit-field holds of a value.
#pragma once

#include <cstdint>
#include <type_traits>

namespace run {
namespace detail {

template <class T, bool IsEnum = std::is_enum_v<T>>
struct NumberOf {
  using type = T;
};
template <class T>
struct NumberOf<T, true> {
  using type = std::underlying_type_t<T>;
};

}  // namespace detail

/// The lowest `Width` bits of a value, as a bit-field of type T holds them after an assignment. Generated code says so
/// where a recipe assigns what may not fit.
template <class T, int Width>
class Bits {
  using Number = typename detail::NumberOf<T>::type;

 public:
  template <class U>
  constexpr explicit Bits(const U& given) : value_(cut(plain(given))) {}
  constexpr operator T() const { return value_; }

 private:
  template <class U>
  static constexpr T plain(const U& given) {
    if constexpr (requires { typename U::run_handle; })
      return static_cast<T>(given.get());
    else
      return static_cast<T>(given);
  }
  static constexpr T cut(T value) {
    constexpr int kUnused = 64 - Width;
    const auto bits = static_cast<std::uint64_t>(static_cast<Number>(value)) << kUnused;
    if constexpr (std::is_signed_v<Number>)
      return static_cast<T>(static_cast<Number>(static_cast<std::int64_t>(bits) >> kUnused));
    else
      return static_cast<T>(static_cast<Number>(bits >> kUnused));
  }
  T value_;
};

}  // namespace run
