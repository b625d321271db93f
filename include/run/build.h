// Configurations => objects.
#pragma once

#include <memory>
#include <type_traits>

#include "run/config.h"

namespace run {
namespace detail {

/// A session that has built all that the root needs; with `box_root`, the root too.
std::shared_ptr<Session> open_session(Node& root, bool box_root);
/// Whether building the node gives an R without further ado.
bool gives_result(const Node& node, const Type& result);
/// The root as a value of the type; throws BuildError where it cannot be one.
Value root_value(const NodePtr& root, const Type& wanted);
std::shared_ptr<const PartialState> open_partial(const NodePtr& root);

template <class R>
R build_root(const NodePtr& root) {
  if (gives_result(*root, type_of<R>)) {
    const std::shared_ptr<Session> session = open_session(*root, false);
    return call_node<R>(*root, *session);
  }
  const Value value = root_value(root, type_of<R>);
  if constexpr (!std::is_void_v<R>) {
    const std::shared_ptr<Session> session = session_for(value, type_of<R>);
    Built frame(*session, frame_node());
    return make<R>(value, frame);
  }
}

template <class P, class T>
struct BuildResult {
  using type = P;
};
template <class T>
struct BuildResult<void, T> {
  using type = Result<T>;
};
template <class T>
requires std::is_abstract_v<T>
struct BuildResult<void, T> {
  using type = std::unique_ptr<T>;
};

}  // namespace detail

/// The object that the configuration describes, or, as `build<std::unique_ptr<Base>>(cfg)`, one in a holder. Children
/// are built before parents, arguments in their order, each shared node once; arguments that are not set are the
/// callee's own defaults. The configuration can be built again. Throws BuildError: where something is missing, and
/// around whatever a constructor, function or setter throws. As Fiddle's `fdl.build`.
template <class P = void, class T>
typename detail::BuildResult<P, T>::type build(const Config<T>& config) {
  return detail::build_root<typename detail::BuildResult<P, T>::type>(GraphAccess::node(config).shared_from_this());
}
template <class P = void, class T>
typename detail::BuildResult<P, T>::type build(const Shared<T>& config) {
  return detail::build_root<typename detail::BuildResult<P, T>::type>(GraphAccess::node(config).shared_from_this());
}

/// A callable: `build(partial)()` is what `build` gives for the Config of the same arguments. Configurations among the
/// arguments are built once, now.
template <class T>
Callable<T> build(const Partial<T>& partial) {
  return Callable<T>(detail::open_partial(GraphAccess::node(partial).shared_from_this()));
}

}  // namespace run
