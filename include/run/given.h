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

/// The node that the argument holds, or a copy of what it points to. Throws Error where a function makes the object.
NodePtr taken_apart(Value argument, const TargetInfo& object, bool is_pointer);

}  // namespace detail

/// The configuration of a T that is the recipe's own, as a parameter by value is in C++: of a finished T, whose members
/// become arguments, of a configuration, a place or a pointer. Throws Error where a function makes the object: it has
/// no members before it is built.
template <class T>
class Given : public Config<T> {
 public:
  template <class A>
  requires(!std::same_as<std::remove_cvref_t<A>, Given> && std::convertible_to<A, Arg<T>>) Given(A&& argument)
      : Config<T>(
            GraphAccess::make<Config<T>>(detail::taken_apart(Arg<T>(std::forward<A>(argument)).value, detail::info<T>(),
                                                             detail::is_pointer_handle<std::remove_cvref_t<A>>))) {}
};

template <class T>
Config<T> object_copy(const Given<T>& config) {
  return object_copy(static_cast<const Config<T>&>(config));
}

}  // namespace run
