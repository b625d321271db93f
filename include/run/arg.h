// The members of generated `Args`: what a recipe may give for an argument of the types P.
#pragma once

#include <array>
#include <concepts>
#include <initializer_list>
#include <memory>
#include <new>
#include <source_location>
#include <type_traits>
#include <utility>

#include "run/convert.h"
#include "run/location.h"
#include "run/span.h"

namespace run {

/// An argument that was given, or not: then its value is absent.
struct Slot {
  // A Value does not fill its 16 bytes.
  [[no_unique_address]] Value value;
  bool is_fitted = false;  // the value is what the argument's type holds: there is nothing to check
  PackedLocation where;

  Slot() = default;
  Slot(Value&& given, PackedLocation here, bool fitted = false)
      : value(std::move(given)), is_fitted(fitted), where(here) {}
};

template <class... P>
class Arg;

namespace detail {

/// The members of a generated `Args`, in their order. A struct of standard layout has them one behind the other, and
/// each is a Slot and no more.
template <class Args>
Span<Slot> slots_of(Args& arguments) {
  if constexpr (std::is_empty_v<Args>) {
    return {};
  } else {
    static_assert(std::is_standard_layout_v<Args> && sizeof(Args) % sizeof(Slot) == 0);
    return {std::launder(reinterpret_cast<Slot*>(&arguments)), sizeof(Args) / sizeof(Slot)};
  }
}

/// Nothing converts to it.
struct Never {
  Never(Never*, Never*, Never*) = delete;
};

template <class T>
struct ResultOf {
  using type = T;
};
template <class R, class... A>
struct ResultOf<R (*)(A...)> {
  using type = std::remove_cvref_t<R>;
};
template <class R, class... A>
struct ResultOf<R (*)(A...) noexcept> {
  using type = std::remove_cvref_t<R>;
};

/// A pointer to a member function as one to a function that is given the object.
template <class F>
struct WithObject {
  using type = F;
};
template <class R, class C, class... A>
struct WithObject<R (C::*)(A...)> {
  using type = R (*)(std::shared_ptr<C>, A...);
};
template <class R, class C, class... A>
struct WithObject<R (C::*)(A...) const> {
  using type = R (*)(std::shared_ptr<const C>, A...);
};
template <class R, class C, class... A>
struct WithObject<R (C::*)(A...) noexcept> : WithObject<R (C::*)(A...)> {};
template <class R, class C, class... A>
struct WithObject<R (C::*)(A...) const noexcept> : WithObject<R (C::*)(A...) const> {};

template <auto f>
struct ResultOf<Fn<f>> {
  using type = typename ResultOf<typename WithObject<std::remove_cv_t<decltype(f)>>::type>::type;
};
template <class T, class... P>
struct ResultOf<Constructor<T, P...>> {
  using type = T;
};
/// What building a Config<T> gives: T, what the function of a Fn returns, the class of a Constructor.
template <class T>
using Result = typename ResultOf<T>::type;

template <class T>
struct Pointee {
  using type = T;
};
template <class T>
requires HolderLike<T>
struct Pointee<T> {
  using type = std::remove_cv_t<typename Shape<T>::pointee>;
};
template <class T>
struct Pointee<T*> {
  using type = std::remove_cv_t<T>;
};

/// Whether a node that gives R may stand where a P is wanted, as far as the types tell.
template <class R, class P>
consteval bool node_fits() {
  using Class = typename Pointee<P>::type;
  using Given = typename Pointee<R>::type;
  if constexpr (std::is_same_v<R, P>) {
    return true;
  } else if constexpr (OptionalLike<P>) {
    return node_fits<R, typename Shape<P>::content>();
  } else if constexpr (VariantLike<P>) {
    return []<class... A>(std::tuple<A...>*) {
      return (node_fits<R, A>() || ...);
    }(static_cast<typename Shape<P>::alternatives*>(nullptr));
  } else if constexpr (ContainerLike<Class>) {
    return ContainerLike<Given> || std::is_same_v<Given, Class>;
  } else if constexpr (kind_of<Class>() == TypeKind::object) {
    return std::is_convertible_v<Given*, Class*>;
  } else {
    return std::is_convertible_v<R, P>;
  }
}

template <class V>
struct HandleTarget {};
template <class T>
struct HandleTarget<Config<T>> {
  using type = Result<T>;
};
template <class T>
struct HandleTarget<Shared<T>> {
  using type = Result<T>;
};
template <class T>
struct HandleTarget<::run::Factory<T>> {
  using type = Result<T>;
};
template <class V>
concept NodeHandle = requires {
  typename HandleTarget<V>::type;
};
template <class V>
constexpr bool is_factory = false;
template <class T>
constexpr bool is_factory<::run::Factory<T>> = true;
template <class V>
constexpr bool is_partial = false;
template <class T>
constexpr bool is_partial<Partial<T>> = true;

/// Whether a callable may stand where a P is wanted.
template <class P>
consteval bool takes_callable() {
  if constexpr (OptionalLike<P>) {
    return takes_callable<typename Shape<P>::content>();
  } else if constexpr (VariantLike<P>) {
    return []<class... A>(std::tuple<A...>*) {
      return (takes_callable<A>() || ...);
    }(static_cast<typename Shape<P>::alternatives*>(nullptr));
  } else {
    return CallableLike<P>;
  }
}

template <class U, class P>
consteval bool converts() {
  if constexpr (Complete<P>)
    return std::is_convertible_v<U, P>;
  else
    return false;
}

/// Whether an argument of type P takes a U.
template <class U, class P>
consteval bool accepts() {
  using V = std::remove_cvref_t<U>;
  if constexpr (std::is_same_v<V, Value>) {
    return true;
  } else if constexpr (is_factory<V> && takes_callable<P>()) {
    return true;
  } else if constexpr (NodeHandle<V>) {
    return node_fits<typename HandleTarget<V>::type, P>();
  } else if constexpr (is_partial<V>) {
    return takes_callable<P>() || kind_of<P>() == TypeKind::object;
  } else if constexpr (HandleLike<V>) {
    return true;  // checked when it is set
  } else if constexpr (std::is_null_pointer_v<V>) {
    return HolderLike<P> || OptionalLike<P> || CallableLike<P> || std::is_pointer_v<P> || converts<U, P>();
  } else if constexpr ((std::is_arithmetic_v<V> || std::is_enum_v<V>)&&std::is_arithmetic_v<P>) {
    return std::is_convertible_v<V, P>;
  } else if constexpr (kind_of<P>() == TypeKind::text && std::is_convertible_v<U, std::string_view>) {
    return true;
  } else if constexpr (SequenceLike<V> && (SequenceLike<P> || ArrayLike<P>)) {
    return true;
  } else {
    return converts<U, P>();
  }
}

/// What an argument of type Q holds, for one of type P: a finished object in a smart pointer, as C++ converts those.
template <class To, class From>
struct Passed {
  static Value on(Value value) { return value; }
};
template <class P, class Q>
requires(HolderLike<P>&& HolderLike<Q>&& std::is_convertible_v<Q, P>) struct Passed<Arg<P>, Arg<Q>> {
  static Value on(Value value) {
    if (!value.is(Value::Kind::opaque) || value.opaque().ops->type != &type_of<Q>) return value;
    Q& object = *static_cast<Q*>(value.opaque().object.get());
    if constexpr (std::is_copy_constructible_v<Q>)
      return detail::wrap(P(object));
    else
      return detail::wrap(P(std::move(object)));
  }
};

/// What it points to, taken where an object is wanted: *pointer. A copy of it, or, where that would be less than it is,
/// the object itself, which the configuration owns, too.
template <class P, class Q>
requires(std::is_class_v<P> && !HolderLike<P> && HolderLike<Q> && requires(const Q& pointer) {
  { &*pointer } -> std::convertible_to<const P*>;
}) struct Passed<Arg<P>, Arg<Q>> {
  static Value on(Value value) {
    if (!value.is(Value::Kind::opaque) || value.opaque().ops->type != &type_of<Q>) return value;
    const Q& pointer = *static_cast<const Q*>(value.opaque().object.get());
    if (!pointer) return value;
    const P* object = &*pointer;
    if constexpr (copies<P>() && (!std::is_polymorphic_v<P> || std::is_final_v<P>)) {
      return detail::wrap(*object);
    } else if constexpr (requires { std::shared_ptr<void>(pointer, nullptr); }) {
      return make_opaque(std::shared_ptr<void>(pointer, const_cast<P*>(object)), opaque_ops<P>());
    } else {
      return value;
    }
  }
};

/// A finished object taken as its base: by value that alone is copied, by reference it stays what it is.
template <class P, class Q>
requires(std::is_class_v<P> && !HolderLike<P> && !HolderLike<Q> && Complete<Q> && !std::is_same_v<P, Q> &&
         std::is_convertible_v<Q*, P*>) struct Passed<Arg<P>, Arg<Q>> {
  static Value on(Value value) {
    if (!value.is(Value::Kind::opaque) || value.opaque().ops->type != &type_of<Q>) return value;
    P* base = static_cast<Q*>(value.opaque().object.get());
    return make_opaque(std::shared_ptr<void>(value.opaque().object, base), opaque_ops<P>());
  }
};

/// A handle on one argument or element, of a type that is known.
template <class V>
concept PlaceLike = HandleLike<V> && requires {
  typename V::value_type;
};

template <class U, class P>
Value to_argument(U&& x) {
  using V = std::remove_cvref_t<U>;
  if constexpr (PlaceLike<V>) {
    return Passed<Arg<P>, Arg<typename V::value_type>>::on(detail::wrap(std::forward<U>(x)));
  } else if constexpr (HandleLike<V> || std::is_same_v<V, Value> || std::is_null_pointer_v<V> || std::is_same_v<V, P>) {
    return detail::wrap(std::forward<U>(x));
  } else if constexpr (OptionalLike<P> && OptionalLike<V>) {
    // std::optional<std::optional<T>> of an empty std::optional<T>
    return detail::wrap(static_cast<P>(std::forward<U>(x)));
  } else if constexpr (requires {
                         requires std::is_same_v < std::decay_t<U>,
                         typename Shape<P>::signature* > ;
                       }) {
    return detail::wrap(static_cast<std::decay_t<U>>(x));  // a function keeps its name
  } else if constexpr (std::is_arithmetic_v<P>) {
    // As C++ converts, but for what would lose the number: that is refused when it is set.
    constexpr bool plain = kind_of<V>() == TypeKind::integer || kind_of<V>() == TypeKind::real;
    if constexpr (plain && kind_of<P>() != TypeKind::boolean && kind_of<P>() != TypeKind::character)
      return kind_of<P>() == TypeKind::opaque ? detail::wrap(static_cast<P>(x)) : detail::wrap(x);
    else
      return detail::wrap(static_cast<P>(x));
  } else if constexpr (kind_of<P>() == TypeKind::text && std::is_convertible_v<U, std::string_view>) {
    if constexpr (std::is_same_v<V, char*>)
      return detail::wrap(static_cast<const char*>(x));
    else
      return detail::wrap(std::forward<U>(x));
  } else if constexpr (converts<U, P>()) {
    return detail::wrap(static_cast<P>(std::forward<U>(x)));
  } else {
    return detail::wrap(std::forward<U>(x));
  }
}

/// What a value is moved from into an argument is left as its class leaves it, as by a parameter by value.
template <class U, class V>
void leave_moved(V& x) {
  constexpr bool is_value = !HandleLike<V> && !std::is_same_v<V, Value> && !std::is_trivially_copyable_v<V>;
  if constexpr (std::is_same_v<U, V> && is_value && (kind_of<V>() != TypeKind::object || Readable<V>))
    if constexpr (std::is_move_constructible_v<V>) [[maybe_unused]]
      const V taken(std::move(x));
}

template <class U, class First, class... Rest>
Value to_argument_of(U&& x) {
  using V = std::remove_cvref_t<U>;
  // What an array decays to is nearer than the bool that a pointer converts to.
  if constexpr ((std::is_same_v<V, First> || ... || std::is_same_v<V, Rest>))
    return detail::wrap(std::forward<U>(x));
  else if constexpr (std::is_array_v<V> && !std::is_same_v<std::decay_t<U>, First> &&
                     (std::is_same_v<std::decay_t<U>, Rest> || ...))
    return to_argument_of<U, Rest...>(std::forward<U>(x));
  else if constexpr (accepts<U, First>())
    return to_argument<U, First>(std::forward<U>(x));
  else
    return to_argument_of<U, Rest...>(std::forward<U>(x));
}

/// Whether P can say that number.
template <class P, class U>
constexpr bool holds_number(U number) {
  const P converted = static_cast<P>(number);
  if (static_cast<U>(converted) != number) return false;
  if constexpr (std::is_signed_v<U> && !std::is_signed_v<P>) return number >= U{};
  if constexpr (!std::is_signed_v<U> && std::is_signed_v<P>) return converted >= P{};
  return true;
}

template <class U>
concept PlainInteger = std::is_integral_v<U> && kind_of<U>()
== TypeKind::integer && sizeof(U) <= 8;

/// Whether what an argument of the only type P makes of `x` is what it holds: there is nothing to check.
template <class... P, class U>
constexpr bool fits_as_it_is(const U& x) {
  if constexpr (sizeof...(P) != 1) {
    return false;
  } else if constexpr (PlainInteger<U> && (PlainInteger<P> && ...)) {
    return (holds_number<P>(x), ...);
  } else if constexpr ((std::is_same_v<U, P> && ...)) {
    constexpr TypeKind kind = (kind_of<P>(), ...);
    return kind == TypeKind::boolean || kind == TypeKind::integer || kind == TypeKind::real || kind == TypeKind::text ||
           kind == TypeKind::enumeration;
  } else {
    return false;
  }
}

/// What `{}` stands for as an element: an empty container, zero, null.
Value blank(const Type& type);

// What the braces of an argument hold.
template <class... P>
struct Braces {
  using element = Never;
  using first = Never;
  using second = Never;
};
template <class P, class... Rest>
struct Braces<P, Rest...> : Braces<Rest...> {};
template <class P, class... Rest>
requires(SequenceLike<P> || ArrayLike<P>) struct Braces<P, Rest...> : Braces<> {
  using element = Arg<typename P::value_type>;
};
template <class P, class... Rest>
requires OptionalLike<P>
struct Braces<P, Rest...> : Braces<typename Shape<P>::content> {
};
template <class P, class... Rest>
requires MapLike<P>
struct Braces<P, Rest...> : Braces<> {
  using element = std::pair<Arg<typename P::key_type>, Arg<typename P::mapped_type>>;
};
template <class A, class B, class... Rest>
struct Braces<std::pair<A, B>, Rest...> : Braces<> {
  using first = Arg<std::remove_const_t<A>>;
  using second = Arg<B>;
};

template <class P, class... Rest>
struct TupleBraces {};
template <class... T>
requires(sizeof...(T) > 1) struct TupleBraces<std::tuple<T...>> {
  using members = std::tuple<Arg<T>...>;
};

/// Of entries with one key the first stays, as in C++'s own maps.
void keep_first(Value::Map& entries);

template <class Element>
Value list_from(std::initializer_list<Element> items) {
  if constexpr (requires { items.begin()->first; }) {
    Value::Map map;
    for (const Element& item : items)
      map.emplace_back(std::move(const_cast<Element&>(item).first.value), item.second.take_or_blank());
    keep_first(map);
    return Value(std::move(map));
  } else {
    Value::List list;
    list.reserve(items.size());
    for (const Element& item : items) list.push_back(item.take_or_blank());
    return Value(std::move(list));
  }
}

template <class To, class From>
Value passed_on(From from) {
  return Passed<To, From>::on(std::move(from.value));
}

}  // namespace detail

/// Given by whatever converts to one of P, by a configuration whose result does, by braces for containers. `{}` leaves
/// the argument unset; as an element of a container it is its empty or zero value, or an object of its class.
/// Copying copies the nodes within, but not where P is a shared pointer: as copying the object would.
template <class... P>
class Arg : public Slot {
  using Element = typename detail::Braces<P...>::element;
  using First = typename detail::Braces<P...>::first;
  using Second = typename detail::Braces<P...>::second;

 public:
  Arg() = default;
  Arg(const Arg& other) : Slot(copy(other.value), other.where, other.is_fitted) {}
  Arg(Arg&&) = default;
  Arg& operator=(const Arg& other) {
    value = copy(other.value);
    is_fitted = other.is_fitted;
    where = other.where;
    return *this;
  }
  Arg& operator=(Arg&&) = default;

  template <class U>
  requires(!std::same_as<std::remove_cvref_t<U>, Arg> && !std::derived_from<std::remove_cvref_t<U>, Slot> &&
           (detail::accepts<U, P>() || ...)) Arg(U&& x, std::source_location here = std::source_location::current())
      : Slot(detail::to_argument_of<U, P...>(std::forward<U>(x)), here, detail::fits_as_it_is<P...>(x)) {
    detail::leave_moved<U>(x);
  }

  template <class... Q>
  requires(!std::same_as<Arg<Q...>, Arg>) Arg(const Arg<Q...>& other)
      : Slot(detail::passed_on<Arg>(Arg<Q...>(other)), other.where) {}

  Arg(std::initializer_list<Element> items,
      std::source_location here = std::source_location::current()) requires(!std::same_as<Element, detail::Never>)
      : Slot(detail::list_from(items), here) {}

  Arg(First first, Second second,
      std::source_location here = std::source_location::current()) requires(!std::same_as<First, detail::Never>)
      : Slot({}, here) {
    Value::List list;
    list.push_back(first.take_or_blank());
    list.push_back(second.take_or_blank());
    value = Value(std::move(list));
  }

  template <class... M>
  requires(sizeof...(M) > 1 && std::is_constructible_v<typename detail::TupleBraces<P...>::members, M...>)
      Arg(M&&... members)
      : Slot({}, {}) {
    typename detail::TupleBraces<P...>::members all(std::forward<M>(members)...);
    Value::List list;
    std::apply([&list](const auto&... member) { (list.push_back(member.take_or_blank()), ...); }, all);
    value = Value(std::move(list));
  }

  /// Takes the value out of a temporary, an element of a braced list for one.
  Value take_or_blank() const {
    Value& mine = const_cast<Value&>(value);
    return mine.absent() ? detail::blank(**detail::type_list<P...>.begin()) : std::move(mine);
  }

 private:
  static Value copy(const Value& value) {
    if constexpr ((detail::shares<P> || ...)) return value;
    for (const Type* type : detail::type_list<P...>) detail::mark_shared(*type, value);
    return detail::clone(value, true);
  }
};

namespace detail {
/// Of a value that fits, what shared pointers hold is copied where no shared pointer is, as `*p` is in C++. What a call
/// gives is one for all.
void copy_pointees(const Type& type, Value& value);
}  // namespace detail

/// What a recipe was handed in, as an object of its own: `std::make_shared<T>(x)`, `std::make_shared<T>(*p)`.
template <class P, class T = typename detail::Pointee<P>::type>
Arg<T> object_copy(const Arg<P>& parameter) {
  Arg<T> copy(parameter);
  detail::copy_pointees(type_of<T>, copy.value);
  return copy;
}

}  // namespace run
