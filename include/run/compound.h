// Operations => the operators that assign what they give: of a class, those need not say the same. Ours.
#pragma once

#include <concepts>
#include <type_traits>

#include "run/checked.h"
#include "run/standard.h"

namespace run::detail {

/// `a operation= b`, where A has it.
template <class Operation>
inline constexpr auto assign_by = nullptr;
template <>
inline constexpr auto assign_by<std::plus<>> = [](auto& a, const auto& b) -> decltype(void(a += b)) { a += b; };
template <>
inline constexpr auto assign_by<std::minus<>> = [](auto& a, const auto& b) -> decltype(void(a -= b)) { a -= b; };
template <>
inline constexpr auto assign_by<std::multiplies<>> = [](auto& a, const auto& b) -> decltype(void(a *= b)) { a *= b; };
template <>
inline constexpr auto assign_by<std::divides<>> = [](auto& a, const auto& b) -> decltype(void(a /= b)) { a /= b; };
template <>
inline constexpr auto assign_by<std::modulus<>> = [](auto& a, const auto& b) -> decltype(void(a %= b)) { a %= b; };
template <>
inline constexpr auto assign_by<std::bit_and<>> = [](auto& a, const auto& b) -> decltype(void(a &= b)) { a &= b; };
template <>
inline constexpr auto assign_by<std::bit_or<>> = [](auto& a, const auto& b) -> decltype(void(a |= b)) { a |= b; };
template <>
inline constexpr auto assign_by<std::bit_xor<>> = [](auto& a, const auto& b) -> decltype(void(a ^= b)) { a ^= b; };
template <>
inline constexpr auto assign_by<ShiftLeft> = [](auto& a, const auto& b) -> decltype(void(a <<= b)) { a <<= b; };
template <>
inline constexpr auto assign_by<ShiftRight> = [](auto& a, const auto& b) -> decltype(void(a >>= b)) { a >>= b; };

/// Whether the operator that assigns is one of A's own.
template <class Operation, class A, class B>
concept AssignsBy = (std::is_class_v<A> ||
                     std::is_enum_v<A>)&&std::invocable<decltype(assign_by<Operation>), A&, const B&>;

}  // namespace run::detail
