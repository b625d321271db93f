// Places by type: `cfg->model->layers[3]->width = 7`. Generated `Fields` are unions of these.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <memory>
#include <source_location>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "run/checked.h"
#include "run/compound.h"
#include "run/containers.h"
#include "run/ref.h"
#include "run/set_in_part.h"
#include "run/span.h"
#include "run/standard.h"

namespace run {

/// The first member of every `Fields`: the node whose fields they are. Field begins with the same members, so that
/// reading a Field of a union that holds a Handle is well defined.
struct Handle {
  Node* root;
  Node* node;
  const TargetInfo* view;  // the target whose Fields these are; the node's own may be of a derived class
};

namespace detail {

template <class T>
struct ArgOf {
  using type = Arg<T>;
  using value = T;
};
template <class... P>
struct ArgOf<OneOf<P...>> {
  using type = Arg<P...>;
  using value = void;
};

/// The class behind a holder or an optional: what `->` shows.
template <class T>
struct Seen {
  using type = typename Pointee<T>::type;
};
template <class T>
struct Seen<const T> : Seen<T> {};
template <class T>
struct Seen<std::optional<T>> {
  using type = typename Seen<T>::type;
};
template <class First, class... Rest>
struct Seen<OneOf<First, Rest...>> {
  using type = std::conditional_t<std::is_class_v<typename Pointee<First>::type> || sizeof...(Rest) == 0,
                                  typename Seen<First>::type, typename Seen<OneOf<Rest...>>::type>;
};
template <>
struct Seen<OneOf<>> {
  using type = void;
};

template <class Fields>
struct Arrow {
  Fields fields;
  Fields* operator->() { return &fields; }
};

/// A class that a companion has a target for, no container of the standard library.
template <class C>
concept HasFields = requires {
  typename Target<C>::Fields;
};

template <class C>
Handle handle_at(const Spot& spot) {
  return Handle{spot.root, &node_within(spot), &info<C>()};
}

std::uint32_t parameter_of(const Node& node, const TargetInfo* view, std::size_t parameter);

template <class A, class B>
constexpr bool both_integers = std::is_integral_v<A>&& std::is_integral_v<B> && !std::is_same_v<A, bool> &&
                               !std::is_same_v<B, bool> && !std::is_same_v<A, char> && !std::is_same_v<B, char>;

template <class U>
decltype(auto) plain(const U& other) {
  if constexpr (HandleLike<U>)
    return other.get();
  else
    return (other);
}

/// `a operation b` for the place; integers are checked. Throws Error.
template <class Operation, class A, class B>
auto computed(const Spot& place, const A& a, const B& b) {
  if constexpr (CheckedInteger<A> && CheckedInteger<B> && !sign_of<Operation>.empty()) {
    decltype(Operation()(a, b)) result{};
    if (const char* const wrong = compute<Operation>(a, b, result))
      fail_arithmetic(place, std::to_string(a) + " " + std::string(sign_of<Operation>) + " " + std::to_string(b),
                      wrong);
    return result;
  } else if constexpr (AssignsBy<Operation, A, B>) {
    A result = a;
    assign_by<Operation>(result, b);
    return result;
  } else {
    return Operation()(a, b);
  }
}

/// The right side of a compound assignment to a place of type T, and where it is written. Lives as long as that
/// expression.
template <class Self, class T, class Operation>
class Operand {
  using Result = typename ArgOf<T>::type;

 public:
  template <class U>
  requires(!std::same_as<U, Operand>)
      Operand(const U& other, std::source_location here = std::source_location::current())
      : other_(std::addressof(other)), where_(here), apply_([](const Self& place, const Operand& operand) {
          return Result(computed<Operation>(place.spot(), place.get(), plain(*static_cast<const U*>(operand.other_))),
                        operand.where_);
        }) {}

  Result result(const Self& place) const { return apply_(place, *this); }

 private:
  const void* other_;
  std::source_location where_;
  Result (*apply_)(const Self& place, const Operand& operand);
};

/// All are checked before any is set.
void with_arguments(Node& root, Node& node, const TargetInfo& view, Span<Slot> given);
template <class C>
void set_arguments_at(const Spot& spot, typename Target<C>::Args& arguments) {
  const Span<Slot> given = slots_of(arguments);
  if (!given.empty()) with_arguments(*spot.root, node_within(spot), info<C>(), given);
}

/// What both kinds of typed places can do. Self has `Spot spot() const`.
template <class Self, class T>
class Place : public Filled<Self, typename Seen<T>::type>, public Editable<Self> {
 public:
  using Editable<Self>::get;
  using Editable<Self>::retarget;

  struct run_handle {};
  using value_type = typename ArgOf<T>::value;

  /// The value, or the default. What is configured is built. Throws Error where there is neither.
  template <class U = value_type>
  U get() const {
    return read<U>(self().spot());
  }
  template <class U>
  U as() const {
    return read<U>(self().spot());
  }

  /// The fields of the configured object there. Throws Error where there is none.
  template <class C = typename Seen<T>::type>
  Arrow<typename Target<C>::Fields> operator->() {
    return {{handle_at<C>(self().spot())}};
  }
  template <class C = typename Seen<T>::type>
  Arrow<const typename Target<C>::Fields> operator->() const {
    return {{handle_at<C>(self().spot())}};
  }

  /// The fields of an object that a constructor computes: what is set is assigned to it, the rest stays what the
  /// constructor made.
  template <class C = typename Seen<T>::type>
  requires HasFields<C> Arrow<typename Target<C>::Fields> in_place() {
    const Spot spot = self().spot();
    return {Handle{spot.root, &run::detail::in_place(spot, info<C>()), &info<C>()}};
  }
  /// The same of a container's elements, by index or by key: `x->gains.in_place()[1] = 0.5`. Its own elements where the
  /// container is set as a whole.
  template <class C = value_type>
  requires(AssignedByIndex<C> && !HasFields<C> && (SequenceLike<C> || ArrayLike<C>)) auto in_place() {
    return set_in_part<C, typename SetInPart<C>::At>("at");
  }
  template <class C = value_type>
  requires(MapLike<C> && !HasFields<C>) auto in_place() { return set_in_part<C, C>("elements"); }

  /// What is put behind the elements of a container that a constructor makes; its own elements where the container is
  /// set as a whole.
  template <class C = value_type>
  requires SequenceLike<C>
  auto appended() { return set_in_part<C, typename SetInPart<C>::Added>("elements"); }
  /// The same of a map: entries of keys that it does not have by then.
  template <class C = value_type>
  requires(MapLike<C> && !HasFields<C>) auto appended() { return set_in_part<C, C>("added"); }

  /// The argument of that name, or the entry of that key.
  template <Name S, class C = typename Seen<T>::type>
  requires(!MapLike<C>) Ref operator[](const S& name) { return Ref(named(self().spot(), name)); }
  template <Name S, class C = typename Seen<T>::type>
  requires(!MapLike<C>) const Ref operator[](const S& name) const { return Ref(named(self().spot(), name)); }
  template <ElementIndex I, class C = typename Seen<T>::type>
  requires(SequenceLike<C> || ArrayLike<C>) auto operator[](I index) const {
    return Element<typename C::value_type>(element(self().spot(), static_cast<std::size_t>(index)));
  }
  /// The members of a tuple differ in type: by name and number only.
  template <ElementIndex I, class C = typename Seen<T>::type>
  requires(!SequenceLike<C> && !ArrayLike<C> && !MapLike<C>) Ref operator[](I index) {
    return Ref(element(self().spot(), static_cast<std::size_t>(index)));
  }
  template <ElementIndex I, class C = typename Seen<T>::type>
  requires(!SequenceLike<C> && !ArrayLike<C> && !MapLike<C>) const Ref operator[](I index) const {
    return Ref(element(self().spot(), static_cast<std::size_t>(index)));
  }
  template <class K, class C = typename Seen<T>::type>
  requires(MapLike<C>&& std::convertible_to<const K&, typename C::key_type>) auto operator[](const K& key) const {
    return Element<typename C::mapped_type>(entry(self().spot(), key_at<C>(self().spot(), typename C::key_type(key))));
  }

  /// Takes the value out, lets `action` change it, and puts it back.
  template <class Action, class U = value_type>
  void change(Action action, std::source_location here = std::source_location::current()) {
    U value = get();
    action(value);
    self() = typename ArgOf<T>::type(std::move(value), here);
  }

  bool has_value() const { return look(self().spot()) != nullptr; }
  /// Back to the default; an element or entry goes.
  void reset(std::source_location here = std::source_location::current()) { run::detail::reset(self().spot(), here); }

  /// Sets arguments of the configured object there by name, in their order. All are checked before any is set.
  template <class C = typename Seen<T>::type>
  Self& with(typename Target<C>::Args arguments) {
    set_arguments_at<C>(self().spot(), arguments);
    return self();
  }
  /// What is configured there becomes a configuration of a U, for all who share it: see retarget.h. Returns the
  /// arguments that were dropped.
  template <class U>
  std::vector<Dropped> retarget(std::source_location here = std::source_location::current()) {
    return run::detail::retarget(self().spot(), info<U>(), here);
  }

  Self& operator+=(Operand<Self, T, std::plus<>> other) { return self() = other.result(self()); }
  Self& operator-=(Operand<Self, T, std::minus<>> other) { return self() = other.result(self()); }
  Self& operator*=(Operand<Self, T, std::multiplies<>> other) { return self() = other.result(self()); }
  Self& operator/=(Operand<Self, T, std::divides<>> other) { return self() = other.result(self()); }
  Self& operator%=(Operand<Self, T, std::modulus<>> other) { return self() = other.result(self()); }
  Self& operator&=(Operand<Self, T, std::bit_and<>> other) { return self() = other.result(self()); }
  Self& operator|=(Operand<Self, T, std::bit_or<>> other) { return self() = other.result(self()); }
  Self& operator^=(Operand<Self, T, std::bit_xor<>> other) { return self() = other.result(self()); }
  Self& operator<<=(Operand<Self, T, ShiftLeft> other) { return self() = other.result(self()); }
  Self& operator>>=(Operand<Self, T, ShiftRight> other) { return self() = other.result(self()); }
  Self& operator++() { return *this += 1; }
  Self& operator--() { return *this -= 1; }
  auto operator++(int) {
    auto before = get();
    *this += 1;
    return before;
  }
  auto operator--(int) {
    auto before = get();
    *this -= 1;
    return before;
  }

 private:
  friend Access;
  template <class C, class Set>
  Element<Set> set_in_part(std::string_view argument) {
    [[maybe_unused]] const bool& is_known = SetInPart<C>::registered;
    return Element<Set>(run::detail::set_in_part(self().spot(), SetInPart<C>::info(), argument));
  }
  Value run_value() const { return take(self().spot()); }
  Self& self() { return static_cast<Self&>(*this); }
  const Self& self() const { return static_cast<const Self&>(*this); }
};

// The operators are no friends: there would be a set of them for each argument of each class.

template <class P>
concept TextPlace = PlaceLike<P> && std::same_as<typename P::value_type, std::string>;

/// A text and what can be added to it; numbers add as they are.
template <TextPlace P, class U>
std::string operator+(const P& a, const U& b) {
  return a.get() + plain(b);
}
template <class U, TextPlace P>
requires(!TextPlace<U>) std::string operator+(const U& a, const P& b) { return plain(a) + b.get(); }

/// With a place or a configuration as configurations compare, with anything else as the values do.
template <PlaceLike P, class U>
bool operator==(const P& a, const U& b) {
  using T = typename P::value_type;
  if constexpr (HandleLike<U> || std::is_null_pointer_v<U> || std::is_void_v<T>) {
    return same(a.spot(), detail::wrap(b));
  } else if constexpr (both_integers<T, U>) {
    return std::cmp_equal(a.get(), b);
  } else {
    return a.get() == b;
  }
}
template <PlaceLike P, class U>
requires(PlaceLike<U> || !HandleLike<U>) auto operator<=>(const P& a, const U& b) {
  if constexpr (PlaceLike<U>) {
    return a.get() <=> b.get();
  } else if constexpr (both_integers<typename P::value_type, U>) {
    const auto value = a.get();
    return std::cmp_less(value, b)    ? std::strong_ordering::less
           : std::cmp_equal(value, b) ? std::strong_ordering::equal
                                      : std::strong_ordering::greater;
  } else {
    return a.get() <=> b;
  }
}

/// Reading a place as a value, wherever such a value can exist.
template <class Self, class T>
struct Reads {
  operator T() const { return read<T>(static_cast<const Self&>(*this).spot()); }
};
template <class Self, class T>
requires(!Complete<T>) struct Reads<Self, T> {
};
template <class Self, class T>
requires(Complete<T> &&
         (std::is_abstract_v<T> || std::is_array_v<T> || !std::is_destructible_v<T>)) struct Reads<Self, T> {
};
template <class Self, class... P>
struct Reads<Self, OneOf<P...>> {
  template <class U>
  requires(std::same_as<U, P> || ...) operator U() const { return read<U>(static_cast<const Self&>(*this).spot()); }
};

}  // namespace detail

/// The argument number I of a node, of type T.
template <class T, std::size_t I>
struct Field : detail::Place<Field<T, I>, T>, detail::Reads<Field<T, I>, T> {
  using detail::Place<Field, T>::operator[];

  Field(const Field&) = default;
  /// Sets the argument. Throws Error where it does not fit; nothing has changed then.
  Field& operator=(typename detail::ArgOf<T>::type given) {
    detail::assign(spot(), std::move(given.value), given.where);
    return *this;
  }
  Field& operator=(const Field& other) {
    detail::assign(spot(), detail::take(other.spot()), detail::where_of(other.spot()));
    return *this;
  }

  detail::Spot spot() const { return {.root = root, .node = node, .parameter = detail::parameter_of(*node, view, I)}; }

  Node* root;
  Node* node;
  const TargetInfo* view;
};

/// An element of a container, of type T.
template <class T>
class Element : public detail::Place<Element<T>, T>, public detail::Reads<Element<T>, T> {
 public:
  using detail::Place<Element, T>::operator[];

  explicit Element(detail::Spot spot) : spot_(std::move(spot)) {}
  Element(const Element&) = default;
  Element& operator=(Arg<T> given) {
    detail::assign(spot_, std::move(given.value), given.where);
    return *this;
  }
  Element& operator=(const Element& other) {
    detail::assign(spot_, detail::take(other.spot_), detail::where_of(other.spot_));
    return *this;
  }

  const detail::Spot& spot() const { return spot_; }

 private:
  detail::Spot spot_;
};

}  // namespace run
