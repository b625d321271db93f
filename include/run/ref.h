// Places by name, checked at run time: `cfg["model"]["layers"][3]["width"] = 7`.
#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <source_location>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "run/arg.h"
#include "run/arithmetic.h"
#include "run/call.h"
#include "run/callable.h"
#include "run/editable.h"
#include "run/elements.h"
#include "run/span.h"
#include "run/spot.h"

namespace run {
namespace detail {

/// Not for a literal 0, which could be a null pointer.
template <class S>
concept Name = std::convertible_to<const S&, std::string_view>;

/// What counts elements: a number, an enumerator that becomes one by itself, an object that does.
template <class I>
concept ElementIndex = std::integral<I> ||
    ((std::is_enum_v<I> || std::is_class_v<I>)&&!Name<I> && std::convertible_to<const I&, std::size_t>);

/// A session and a frame to make one value of the type outside of any build.
std::shared_ptr<Session> session_for(const Value& value, const Type& wanted);
Node& frame_node();

/// The value, which fits the type, as a D. What is configured in it is built.
template <class D>
D unwrapped(const Value& value) {
  constexpr TypeKind kind = kind_of<D>();
  if constexpr (kind == TypeKind::boolean || kind == TypeKind::integer || kind == TypeKind::real) {
    // Nothing is built for a number.
    if (value.is(Value::Kind::integer)) return static_cast<D>(value.integer());
    if (value.is(Value::Kind::real)) return static_cast<D>(value.real());
    if (value.is(Value::Kind::boolean)) return static_cast<D>(value.boolean());
  }
  const std::shared_ptr<Session> session = session_for(value, type_of<D>);
  Built frame(*session, frame_node());
  return make<D>(value, frame);
}

/// Throws Error where there is no value, or one of another type.
template <class D>
D read(const Spot& spot) {
  return unwrapped<D>(value_for(spot, type_of<D>));
}
template <class D>
D read_path(const Spot& from, std::string_view path) {
  return unwrapped<D>(value_at(from, path, type_of<D>));
}

/// By name, in their order. All are checked before any is set. Throws Error.
void set_named(const Spot& node, Span<const NamedValue> arguments);

bool same(const Spot& spot, const Value& value);

}  // namespace detail

/// A node, an argument or an element. Copies name the same place; assignment writes the value. Lives no longer than the
/// configuration that it was taken from, nor than the shape of the container that it points into.
class Ref : public detail::Editable<Ref> {
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
  Ref& operator=(detail::GivenValue given) {
    detail::assign(spot_, std::move(given.value), given.where);
    return *this;
  }
  Ref& operator=(const Ref& other) {
    detail::assign(spot_, detail::take(other.spot_), detail::where_of(other.spot_));
    return *this;
  }

  /// From the value or the default to a new value; see arithmetic.h. Throws Error; nothing has changed then.
  Ref& operator+=(detail::GivenValue operand) { return change(detail::Operation::add, operand); }
  Ref& operator-=(detail::GivenValue operand) { return change(detail::Operation::subtract, operand); }
  Ref& operator*=(detail::GivenValue operand) { return change(detail::Operation::multiply, operand); }
  Ref& operator/=(detail::GivenValue operand) { return change(detail::Operation::divide, operand); }
  Ref& operator|=(detail::GivenValue operand) { return change(detail::Operation::bit_or, operand); }
  Ref& operator&=(detail::GivenValue operand) { return change(detail::Operation::bit_and, operand); }

  template <detail::Name S>
  Ref operator[](const S& name) {
    return Ref(detail::named(spot_, name));
  }
  template <detail::Name S>
  const Ref operator[](const S& name) const {
    return Ref(detail::named(spot_, name));
  }
  template <detail::ElementIndex I>
  Ref operator[](I index) {
    return Ref(detail::element(spot_, static_cast<std::size_t>(index)));
  }
  template <detail::ElementIndex I>
  const Ref operator[](I index) const {
    return Ref(detail::element(spot_, static_cast<std::size_t>(index)));
  }

  /// The arguments of the node there, by name, in their order: `cfg["optim"].with({{"lr", 0.1}, {"beta", 0.9}})`. All
  /// are checked before any is set. Throws Error.
  Ref& with(std::initializer_list<detail::NamedValue> arguments) {
    detail::set_named(spot_, {arguments.begin(), arguments.size()});
    return *this;
  }

  // Of lists and maps; indexes count from the end where they are negative. Each throws Error where there is no such
  // element or the value does not fit; nothing has changed then.
  void push_back(detail::GivenValue value) { detail::push_back(spot_, std::move(value.value), value.where); }
  /// Before the element of that number.
  void insert(std::ptrdiff_t index, detail::GivenValue value) {
    detail::insert(spot_, index, std::move(value.value), value.where);
  }
  template <detail::ElementIndex I>
  void erase(I index, std::source_location here = std::source_location::current()) {
    detail::erase(spot_, static_cast<std::ptrdiff_t>(index), here);
  }
  /// From `first` up to, and without, `last`.
  template <detail::ElementIndex I, detail::ElementIndex J>
  void erase(I first, J last, std::source_location here = std::source_location::current()) {
    detail::erase(spot_, static_cast<std::ptrdiff_t>(first), static_cast<std::ptrdiff_t>(last), here);
  }
  /// Of a map. False where there is no such entry.
  template <detail::Name S>
  bool erase(const S& key, std::source_location here = std::source_location::current()) {
    return detail::erase(spot_, Value(std::string(std::string_view(key))), here);
  }
  void clear(std::source_location here = std::source_location::current()) { detail::clear(spot_, here); }
  /// Copies of the elements from `first` up to, and without, `last`: to be assigned to another place.
  Value slice(std::ptrdiff_t first, std::ptrdiff_t last) const { return detail::slice(spot_, first, last); }
  /// Those elements give way to the elements of a list, as many as it has.
  void replace(std::ptrdiff_t first, std::ptrdiff_t last, detail::GivenValue elements) {
    detail::replace(spot_, first, last, std::move(elements.value), elements.where);
  }
  /// A list of the keys of a map, in their order.
  Value keys() const { return detail::keys(spot_); }
  template <detail::Name S>
  bool contains(const S& key) const {
    return detail::contains(spot_, Value(std::string(std::string_view(key))));
  }
  template <std::integral I>
  bool contains(I key) const {
    return detail::contains(spot_, detail::wrap(key));
  }
  std::size_t size() const { return detail::size(spot_); }
  bool empty() const { return size() == 0; }

  bool has_value() const { return detail::look(spot_) != nullptr; }
  /// Back to the default; an element or entry goes.
  void reset(std::source_location here = std::source_location::current()) { detail::reset(spot_, here); }

  /// As the configurations and values there compare.
  friend bool operator==(const Ref& a, const Ref& b) { return detail::same(a.spot_, detail::take(b.spot_)); }
  template <class V>
  requires(!std::same_as<V, Ref>) friend bool operator==(const Ref& a, const V& b) {
    return detail::same(a.spot_, detail::wrap_any(b));
  }

  /// The path from the configuration that it was taken from.
  std::string path() const { return detail::path_of(spot_); }
  const detail::Spot& spot() const { return spot_; }

 private:
  friend detail::Access;
  Value run_value() const { return detail::take(spot_); }
  Ref& change(detail::Operation operation, const detail::GivenValue& operand) {
    detail::update(spot_, operation, operand.value, operand.where);
    return *this;
  }

  NodePtr owner_;
  detail::Spot spot_;
};

namespace detail {

int walk(const Spot& spot, std::string_view name, Value (*compute)(void* context, Node& root, Node& owner),
         void* context, PackedLocation where);

template <class Action>
int walk_with(const Spot& spot, std::string_view name, Action& action, PackedLocation where) {
  return walk(
      spot, name,
      [](void* context, Node& top, Node& owner) -> Value {
        return wrap_any((*static_cast<Action*>(context))(Ref(Spot{.root = &top, .node = &owner})));
      },
      &action, where);
}

}  // namespace detail
}  // namespace run
