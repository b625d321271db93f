// Places by name, checked at run time: `cfg["model"]["layers"][3]["width"] = 7`.
#pragma once

#include <concepts>
#include <source_location>
#include <type_traits>
#include <utility>

#include "run/arg.h"
#include "run/arithmetic.h"
#include "run/built.h"
#include "run/callable.h"
#include "run/spot.h"

namespace run {
namespace detail {

/// Not for a literal 0, which could be a null pointer.
template <class S>
concept Name = std::convertible_to<const S&, std::string_view>;

/// A session and a frame to make one value outside of any build.
Value value_for(const Spot& spot, const Type& wanted);
std::shared_ptr<Session> session_for(const Value& value);
Node& frame_node();

/// The value as a D. What is configured in it is built. Throws Error where there is no value, or one of another type.
template <class D>
D read(const Spot& spot) {
  const Value value = value_for(spot, type_of<D>);
  const std::shared_ptr<Session> session = session_for(value);
  Built frame(*session, frame_node());
  return make<D>(value, frame);
}

template <class V>
Value wrap_any(V&& value) {
  if constexpr (std::is_same_v<std::remove_cvref_t<V>, NodePtr>)
    return Value(std::forward<V>(value));
  else
    return wrap(std::forward<V>(value));
}

bool same(const Spot& spot, const Value& value);

}  // namespace detail

/// A node, an argument or an element. Copies name the same place; assignment writes the value. Lives no longer than the
/// configuration that it was taken from, nor than the shape of the container that it points into.
class Ref {
 public:
  struct run_handle {};
  explicit Ref(detail::Spot spot) : owner_(spot.node->shared_from_this()), spot_(std::move(spot)) {}
  Ref(const Ref&) = default;

  /// The value, or the default; numbers are converted where nothing is lost. Throws Error.
  template <class T>
  T as() const {
    return detail::read<T>(spot_);
  }

  /// Throws Error where the value does not fit; nothing has changed then.
  template <class V>
    requires(!std::same_as<std::remove_cvref_t<V>, Ref>)
  Ref& operator=(V&& value) {
    detail::assign(spot_, detail::wrap_any(std::forward<V>(value)), {});
    return *this;
  }
  Ref& operator=(const Ref& other) {
    detail::assign(spot_, detail::take(other.spot_), {});
    return *this;
  }

  /// From the value or the default to a new value; see arithmetic.h. Throws Error; nothing has changed then.
  template <class V>
  Ref& operator+=(V&& operand) {
    return change(detail::Operation::add, std::forward<V>(operand));
  }
  template <class V>
  Ref& operator-=(V&& operand) {
    return change(detail::Operation::subtract, std::forward<V>(operand));
  }
  template <class V>
  Ref& operator*=(V&& operand) {
    return change(detail::Operation::multiply, std::forward<V>(operand));
  }
  template <class V>
  Ref& operator/=(V&& operand) {
    return change(detail::Operation::divide, std::forward<V>(operand));
  }
  template <class V>
  Ref& operator|=(V&& operand) {
    return change(detail::Operation::bit_or, std::forward<V>(operand));
  }
  template <class V>
  Ref& operator&=(V&& operand) {
    return change(detail::Operation::bit_and, std::forward<V>(operand));
  }

  template <detail::Name S>
  Ref operator[](const S& name) {
    return Ref(detail::named(spot_, name));
  }
  template <detail::Name S>
  const Ref operator[](const S& name) const {
    return Ref(detail::named(spot_, name));
  }
  template <std::integral I>
  Ref operator[](I index) {
    return Ref(detail::element(spot_, static_cast<std::size_t>(index)));
  }
  template <std::integral I>
  const Ref operator[](I index) const {
    return Ref(detail::element(spot_, static_cast<std::size_t>(index)));
  }

  template <class V>
  void push_back(V&& value, std::source_location here = std::source_location::current()) {
    detail::push_back(spot_, detail::wrap_any(std::forward<V>(value)), here);
  }
  std::size_t size() const { return detail::size(spot_); }
  bool empty() const { return size() == 0; }
  bool has_value() const { return detail::look(spot_) != nullptr; }
  /// Back to the default.
  void reset() { detail::reset(spot_); }

  /// As Graph::broadcast and Graph::walk, from this node down.
  template <class V>
  int broadcast(std::string_view name, V&& value, std::source_location here = std::source_location::current()) {
    return detail::broadcast(detail::node_at(spot_), name, detail::wrap_any(std::forward<V>(value)), here);
  }
  template <class Action>
  int walk(std::string_view name, Action&& action, std::source_location here = std::source_location::current());

  /// As the configurations and values there compare.
  friend bool operator==(const Ref& a, const Ref& b) { return detail::same(a.spot_, detail::take(b.spot_)); }
  template <class V>
    requires(!std::same_as<V, Ref>)
  friend bool operator==(const Ref& a, const V& b) {
    return detail::same(a.spot_, detail::wrap_any(b));
  }

  /// The path from the configuration that it was taken from.
  std::string path() const { return detail::path_of(spot_); }
  const detail::Spot& spot() const { return spot_; }

 private:
  friend detail::Access;
  Value run_value() const { return detail::take(spot_); }
  template <class V>
  Ref& change(detail::Operation operation, V&& operand) {
    detail::update(spot_, operation, detail::wrap_any(std::forward<V>(operand)), {});
    return *this;
  }

  NodePtr owner_;
  detail::Spot spot_;
};

namespace detail {

template <class Action>
int walk_with(Node& root, std::string_view name, Action& action, Location where) {
  return walk(
      root, name,
      [](void* context, Node& top, Node& owner) -> Value {
        return wrap_any((*static_cast<Action*>(context))(Ref(Spot{.root = &top, .node = &owner})));
      },
      &action, where);
}

}  // namespace detail

template <class Action>
int Ref::walk(std::string_view name, Action&& action, std::source_location here) {
  return detail::walk_with(detail::node_at(spot_), name, action, here);
}

}  // namespace run
