// Integers as compound assignments to typed places compute them: as C++ does, so that a recipe means the same with and
// without its configuration; what C++ leaves undefined is an error. Ours.
#pragma once

#include <concepts>
#include <limits>
#include <string_view>
#include <type_traits>

#include "run/standard.h"

namespace run::detail {

struct ShiftLeft {
  template <class A, class B>
  auto operator()(const A& a, const B& b) const {
    return a << b;
  }
};
struct ShiftRight {
  template <class A, class B>
  auto operator()(const A& a, const B& b) const {
    return a >> b;
  }
};

template <class Operation>
constexpr std::string_view sign_of = "";
template <>
inline constexpr std::string_view sign_of<std::plus<>> = "+";
template <>
inline constexpr std::string_view sign_of<std::minus<>> = "-";
template <>
inline constexpr std::string_view sign_of<std::multiplies<>> = "*";
template <>
inline constexpr std::string_view sign_of<std::divides<>> = "/";
template <>
inline constexpr std::string_view sign_of<std::modulus<>> = "%";
template <>
inline constexpr std::string_view sign_of<ShiftLeft> = "<<";
template <>
inline constexpr std::string_view sign_of<ShiftRight> = ">>";

template <class T>
concept CheckedInteger = std::integral<T> && !std::same_as<T, bool>;

/// What is wrong with `a operation b`, or null. `result` is of the type that C++ gives it.
template <class Operation, CheckedInteger A, CheckedInteger B, class R>
constexpr const char* compute(A a, B b, R& result) {
  const char* const beyond = "is out of the range of its type";
  if constexpr (std::is_signed_v<R>) {
    if constexpr (std::same_as<Operation, std::plus<>>) return __builtin_add_overflow(a, b, &result) ? beyond : nullptr;
    if constexpr (std::same_as<Operation, std::minus<>>)
      return __builtin_sub_overflow(a, b, &result) ? beyond : nullptr;
    if constexpr (std::same_as<Operation, std::multiplies<>>)
      return __builtin_mul_overflow(a, b, &result) ? beyond : nullptr;
  }
  if constexpr (std::same_as<Operation, std::divides<>> || std::same_as<Operation, std::modulus<>>) {
    if (b == 0) return "divides by zero";
    if constexpr (std::is_signed_v<R> && std::is_signed_v<B>)
      if (b == -1 && static_cast<R>(a) == std::numeric_limits<R>::min()) return beyond;
  }
  if constexpr (std::same_as<Operation, ShiftLeft> || std::same_as<Operation, ShiftRight>) {
    bool is_within = static_cast<std::make_unsigned_t<B>>(b) < sizeof(R) * 8;
    if constexpr (std::is_signed_v<B>) is_within = is_within && b >= 0;
    if (!is_within) return "shifts by more than its type has bits";
  }
  result = Operation()(a, b);
  return nullptr;
}

}  // namespace run::detail
