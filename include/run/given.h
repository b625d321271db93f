// What a converted recipe is handed for an aggregate whose members it reads or changes. Ours.
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include "run/config.h"

namespace run {
namespace detail {

template <class H>
constexpr bool is_pointer_handle = false;
template <class T>
constexpr bool is_pointer_handle<Shared<T>> = true;

/// The node that the argument holds. Throws Error where a function makes the object.
NodePtr taken_apart(Value argument, const TargetInfo& object);

}  // namespace detail

/// The configuration of a T that is the recipe's own, as a parameter by value is in C++: of a finished T, whose members
/// become arguments, or a copy of a configuration, of a place or of what a pointer holds. Throws Error where a function
/// makes the object: it has no members before it is built.
template <class T>
class Given : public Config<T> {
 public:
  Given() = default;
  template <class A>
  requires(!std::same_as<std::remove_cvref_t<A>, Given> && std::convertible_to<A, Arg<T>>) Given(A&& argument)
      : Config<T>(GraphAccess::make<Config<T>>(
            detail::taken_apart(own(std::forward<A>(argument)).value, detail::info<T>()))) {}

 private:
  template <class A>
  static Arg<T> own(A&& argument) {
    using H = std::remove_cvref_t<A>;
    if constexpr (std::derived_from<H, Graph> && (std::is_lvalue_reference_v<A> || detail::is_pointer_handle<H>))
      return object_copy(argument);
    else
      return std::forward<A>(argument);
  }
};

template <class T>
Config<T> object_copy(const Given<T>& config) {
  return object_copy(static_cast<const Config<T>&>(config));
}

}  // namespace run
