// Calls of recipes that are annotated [[run::autoconvert(no_inline)]] => the configurations that those recipes give.
#pragma once

#include <source_location>
#include <string_view>
#include <utility>

#include "run/autoconvert.h"
#include "run/config.h"
#include "run/ref.h"

namespace run {
namespace detail {

/// How many parameters, from the first on, are needed to give all that are set.
std::size_t given(const Ref& call);
/// Throws Error where the argument is configured: the recipe needs its value.
void require_value(const Ref& call, std::string_view parameter);
template <class T>
T recipe_value(const Ref& call, std::string_view parameter) {
  require_value(call, parameter);
  return call[parameter].template as<T>();
}

using Expansion = NodePtr (*)(const Ref& call);
bool register_expansion(const TargetInfo& call, Expansion expansion);
/// Throws Error where the place holds no call of a recipe.
void expand(const Spot& place, std::source_location here);

template <auto f>
NodePtr expansion(const Ref& call) {
  return GraphAccess::root(Recipe<f>::expand(call));
}

}  // namespace detail

/// Specialised in companions: makes the recipe known to `inline_recipe(place)` when the program starts.
template <auto f>
inline const bool expandable = false;

template <auto f>
bool register_recipe() {
  return detail::register_expansion(detail::info<Fn<f>>(), &detail::expansion<f>);
}

/// What `run::autoconvert<f>` gives for the arguments of the call. As Fiddle's `auto_config.inline`. Throws Error where
/// an argument is configured that the recipe takes by value.
template <auto f>
auto inline_recipe(const Config<Fn<f>>& call) {
  return Recipe<f>::expand(Ref(detail::Spot{.root = &GraphAccess::node(call), .node = &GraphAccess::node(call)}));
}

/// The same in place, for everybody who shares the node: `run::inline_recipe(cfg->layer)`,
/// `run::inline_recipe(cfg["layer"])`. Throws Error where the place holds no call of a recipe with `no_inline`; nothing
/// has changed then.
template <class Place>
  requires requires(const Place& place) {
    { place.spot() } -> std::convertible_to<const detail::Spot&>;
  }
void inline_recipe(const Place& place, std::source_location here = std::source_location::current()) {
  detail::expand(place.spot(), here);
}

}  // namespace run
