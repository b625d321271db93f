// run::autoconvert<f>(a…): the configuration of what the recipe f returns for these arguments. As NeMo-Run's
// `autoconvert` gives one for the function that it decorates.
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include "run/given.h"

namespace run {

namespace detail {

template <class F>
struct Returned {
  using type = void;
};
template <class R, class... P>
struct Returned<R (*)(P...)> {
  using type = R;
};
template <class R, class... P>
struct Returned<R (*)(P...) noexcept> {
  using type = R;
};

template <class A>
constexpr bool is_config = false;
template <class T>
constexpr bool is_config<Config<T>> = true;
template <class T>
constexpr bool is_config<Given<T>> = true;

/// What is handed to a recipe, by value as C++ hands it: shared pointers within stay shared.
template <class A>
decltype(auto) handed_in(A&& argument) {
  if constexpr (std::is_lvalue_reference_v<A> && is_config<std::remove_cvref_t<A>>)
    return object_copy(argument);
  else
    return std::forward<A>(argument);
}

}  // namespace detail

/// Calls the converted form of the recipe f; a function that is no recipe, and returns a configuration itself, is
/// called as it is.
template <auto f, class... A>
auto autoconvert(A&&... arguments) {
  if constexpr (requires { sizeof(Recipe<f>); })
    return Recipe<f>::convert(detail::handed_in(std::forward<A>(arguments))...);
  else if constexpr (std::derived_from<typename detail::Returned<decltype(f)>::type, Graph>)
    return f(std::forward<A>(arguments)...);
  else
    static_assert(
        requires { sizeof(Recipe<f>); },
        "f has no converted form here: include the companion of the file that defines it (recipes.h: recipes.run.h)");
}

}  // namespace run
