// A finished aggregate => its configuration: the way back from run::build.
#pragma once

#include <source_location>

#include "run/config.h"

namespace run {
namespace detail {

/// Notes where each argument of the graph comes from.
void mark_made(Node& root, Location where);

}  // namespace detail

/// The members of the aggregate as arguments, those that equal their default left unset; nested aggregates and
/// containers of them as configurations. `run::build(run::from_object(x))` equals x. T is an aggregate that is a target
/// (used by a recipe, or [[run::configurable]]) and whose members can all be copied.
template <class T>
Config<T> from_object(const T& object, std::source_location here = std::source_location::current()) {
  static_assert(detail::Readable<T>, "only an aggregate that is a target and can be copied can be read back");
  NodePtr node = detail::node_for(detail::info<T>());
  Reader reader(*node);
  Target<T>::read(object, reader);
  detail::mark_made(*node, here);
  return GraphAccess::make<Config<T>>(std::move(node));
}

}  // namespace run
