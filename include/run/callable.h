// Partials, built: callables.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "run/call.h"
#include "run/span.h"

namespace run {
namespace detail {

/// A built Partial: its node, and the session that holds what its configurations gave.
class PartialState {
 public:
  /// Builds what the node holds. REQUIRES: a copy of the graph that nobody else changes.
  explicit PartialState(NodePtr node);
  /// For a partial that `session` came upon while it built something else. What is set in the node later on is not for
  /// the callable: it is built.
  PartialState(const Node& node, const std::shared_ptr<Session>& session);

  /// A node with the given arguments besides its own; `named` by parameter, `positional` for those not set, in order.
  NodePtr with(std::vector<std::pair<std::size_t, Value>> named, Value::List positional) const;
  /// A session for one call of such a node: what the partial holds is copied, not moved. With a type, it makes the
  /// node, which is to be one of that.
  std::shared_ptr<Session> call_session(Node& node, const Type* boxed) const;
  const Node& node() const { return *node_; }

 private:
  NodePtr node_;
  std::shared_ptr<Session> session_;
};

/// Throws a BuildError where no call of the callable could call the partial: arguments that are missing, or too many.
void check_left(const Node& partial, const Type& callable, const Built& frame);

/// Makes the node of a call, and an R of what it gives.
template <class R>
R call_for(const PartialState& state, const NodePtr& node) {
  const std::shared_ptr<Session> session = state.call_session(*node, &type_of<R>);
  Built frame(*session, *node);
  if constexpr (!std::is_void_v<R>) return make<R>(Value(node), frame);
}

/// What is given by the names of `view`, the target itself or one of a base of its class. Throws Error.
std::vector<std::pair<std::size_t, Value>> named_arguments(const Node& partial, const TargetInfo& view,
                                                           Span<Slot> given);

}  // namespace detail

/// What `run::build` makes of a Partial<T>: call it with nothing, with arguments by name, `call({.steps = 99})`, or
/// with the parameters that are left, in their order. Copies share what the partial built once; by-value arguments are
/// copied at each call, and a move-only one makes the second call a BuildError. Several threads may call it at once, if
/// what it calls and the copies of its arguments allow that.
template <class T>
class Callable {
 public:
  explicit Callable(std::shared_ptr<const detail::PartialState> state) : state_(std::move(state)) {}

  template <class U = T>
  detail::Result<U> operator()(typename Target<U>::Args arguments) const {
    return call(
        state_->with(detail::named_arguments(state_->node(), detail::info<U>(), detail::slots_of(arguments)), {}));
  }
  detail::Result<T> operator()() const { return call(state_->with({}, {})); }
  template <class First, class... Rest>
  detail::Result<T> operator()(First&& first, Rest&&... rest) const {
    Value::List positional;
    positional.push_back(detail::wrap(std::forward<First>(first)));
    (positional.push_back(detail::wrap(std::forward<Rest>(rest))), ...);
    return call(state_->with({}, std::move(positional)));
  }

 private:
  detail::Result<T> call(const NodePtr& node) const {
    using R = detail::Result<T>;
    // Of a class derived from it, or of a function that gives it in a holder: what that makes is made a T.
    if (node->target->result != &type_of<R>) return detail::call_for<R>(*state_, node);
    const std::shared_ptr<detail::Session> session = state_->call_session(*node, nullptr);
    return detail::call_node<R>(*node, *session);
  }

  std::shared_ptr<const detail::PartialState> state_;
};

namespace detail {

/// What a caller hands over by reference is the very object, of whatever class it is: it is neither copied nor sliced.
/// Absent where its class is not defined, so that no target here takes it.
template <class A>
Value handed(std::remove_reference_t<A>& argument) {
  using U = std::remove_cvref_t<A>;
  if constexpr (!std::is_lvalue_reference_v<A>)
    return wrap(std::forward<A>(argument));
  else if constexpr (!std::is_class_v<U>)
    return wrap(argument);
  else if constexpr (!Complete<U>)
    return {};
  else if constexpr (kind_of<U>() == TypeKind::object)
    return lent(const_cast<U*>(std::addressof(argument)), opaque_ops<U>());
  else
    return wrap(argument);
}

template <class D, class R, class... A>
D callable_for(std::shared_ptr<const PartialState> state, R (*)(A...)) {
  return D([state](A... arguments) -> R {
    Value::List positional;
    positional.reserve(sizeof...(A));
    (positional.push_back(handed<A>(arguments)), ...);
    return call_for<std::remove_cvref_t<R>>(*state, state->with({}, std::move(positional)));
  });
}

template <class D>
D make_callable(const Value& value, Built& frame) {
  using Signature = typename Shape<D>::signature;
  if (value.null()) return D{};
  if (value.is(Value::Kind::opaque) && value.opaque().ops->type == &type_of<D>) return unwrap<D>(value.opaque(), frame);
  if (value.is(Value::Kind::function) && value.function().type == &type_of<Signature*>)
    return D(reinterpret_cast<Signature*>(value.function().pointer));
  if (value.is(Value::Kind::node)) {
    if (frame.gives(*value.node(), type_of<D>)) return moved<D>(frame.borrow_result(*value.node(), type_of<D>), frame);
    check_left(*value.node(), type_of<D>, frame);
    return callable_for<D>(std::make_shared<const PartialState>(*value.node(), frame.session()),
                           static_cast<Signature*>(nullptr));
  }
  frame.fail_conversion(value, type_of<D>);
}

}  // namespace detail
}  // namespace run
