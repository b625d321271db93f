// C++ type => what the library must know of it at run time: its name, its kind, the types it is made of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "run/fwd.h"
#include "run/span.h"

namespace run {

enum class TypeKind : unsigned char {
  boolean,
  character,  // char: a string of one character
  integer,
  real,
  text,  // std::string with any allocator, std::string_view, const char*, std::filesystem::path
  enumeration,
  sequence,  // of one element type; `extent` where the number is fixed
  map,
  optional,
  tuple,  // pair and tuple
  variant,
  holder,    // unique_ptr, shared_ptr and weak_ptr
  callable,  // std::function and its like: its part is the pointer to a function of its signature
  function,  // a pointer to a function: its parts are what that returns, and its arguments
  pointer,   // any other pointer
  codec,     // has a run::Codec
  object,    // any other class
  opaque,    // the rest
};

struct EnumInfo {
  std::string_view name;
  Span<const std::pair<std::string_view, std::int64_t>> enumerators;
};

/// One object a type, `type_of<P>`: its address is the type's identity.
struct Type {
  std::string_view spelling;  // as the compiler spells it; name() is for people
  TypeKind kind = TypeKind::opaque;
  bool is_signed = false;  // integer, enumeration
  bool is_shared = false;  // holder: shared_ptr or weak_ptr
  std::uint8_t size = 0;   // integer, real, enumeration: bytes
  std::uint8_t bits = 0;   // integer, enumeration: how many it has; fewer in a bit-field, whose part is its type
  std::size_t extent = 0;  // sequence: the fixed number of elements, or 0
  Span<const Type* const> parts = {};
  const EnumInfo* enumeration = nullptr;
  Value (*parse)(std::string_view) = nullptr;  // codec
  const DurationInfo* duration = nullptr;      // codec: of durations

  constexpr bool is_bit_field() const {
    return (kind == TypeKind::integer || kind == TypeKind::enumeration) && !parts.empty();
  }
  /// The type itself, or that of a bit-field's values.
  constexpr const Type& whole() const { return is_bit_field() ? *parts[0] : *this; }
  /// What optionals and holders hold in the end; the type itself where it is none.
  constexpr const Type& opened() const {
    return kind == TypeKind::optional || kind == TypeKind::holder ? parts[0]->opened() : *this;
  }
  /// `std::vector<app::Layer>`: default template arguments, inline namespaces of the library and the like are left out.
  std::string name() const;
};

namespace detail {

template <class P>
constexpr auto raw_name() {
  std::string_view all = __PRETTY_FUNCTION__;
  const std::size_t begin = all.find("P = ") + 4;
  return all.substr(begin, all.rfind(']') - begin);
}

template <class T>
concept Complete = requires {
  sizeof(T);
};

template <class E>
concept NamedEnum = requires {
  Enum<E>::name;
};

template <class T>
concept HasCodec = requires {
  &Codec<T>::from_text;
};

template <class T>
concept PathLike = requires(const T& path) {
  path.lexically_normal();
  path.native();
};

template <class T>
constexpr bool is_string = std::is_same_v<T, std::string_view>;
template <class Allocator>
constexpr bool is_string<std::basic_string<char, std::char_traits<char>, Allocator>> = true;

// What compares its keys by more than a type, a function for one, is more than its elements.
template <class C>
concept KeepsComparison = (requires { typename C::key_compare; } && !std::is_empty_v<typename C::key_compare>) ||
                          (requires { typename C::key_equal; } && !std::is_empty_v<typename C::key_equal>);

template <class C>
concept AllocatedRange = !KeepsComparison<C> && requires(const C& c) {
  typename C::value_type;
  typename C::allocator_type;
  c.begin();
  c.end();
  c.size();
};

// A multimap is none: it is a list of pairs, of which some may have one key.
template <class C>
concept MapLike = AllocatedRange<C> && requires(const C& c, const typename C::key_type& key) {
  typename C::mapped_type;
  c.at(key);
};

// What can be full keeps more than its elements: boost::circular_buffer its capacity, without which it takes none.
template <class C>
concept BoundedRange = requires(const C& c) {
  c.full();
};

// What is a base that containers have in common is none itself: it cannot be made, or nothing can be put into it.
template <class C>
concept FillableRange = std::is_default_constructible_v<C> &&(
    requires(C& c, typename C::value_type&& element) { c.push_back(std::move(element)); } ||
    requires(C & c, typename C::value_type&& element) { c.insert(c.end(), std::move(element)); });

// Text has traits. A document of documents, whose elements are of its own type, is an object.
template <class C>
concept SequenceLike = AllocatedRange<C> && FillableRange<C> && !MapLike<C> && !BoundedRange<C> && !requires {
  typename C::traits_type;
}
&&!std::is_same_v<typename C::value_type, C>;

// Pattern matching on the standard's templates.
template <class T>
struct Shape {};
template <class T>
struct Shape<std::unique_ptr<T>> {
  using pointee = T;
};
template <class T>
struct Shape<std::unique_ptr<T[]>> {};
template <class T>
struct Shape<std::shared_ptr<T>> {
  using pointee = T;
};
// An argument for it is the object, too, which others must hold.
template <class T>
struct Shape<std::weak_ptr<T>> {
  using pointee = T;
};
template <class T>
struct Shape<std::optional<T>> {
  using content = T;
};
template <class T, std::size_t Count>
struct Shape<std::array<T, Count>> {
  using element = T;
};
template <class... T>
struct Shape<std::tuple<T...>> {
  using members = std::tuple<T...>;
};
template <class A, class B>
struct Shape<std::pair<A, B>> {
  using members = std::tuple<A, B>;
};
template <class... T>
struct Shape<std::variant<T...>> {
  using alternatives = std::tuple<T...>;
};
template <template <class> class F, class R, class... A>
struct Shape<F<R(A...)>> {
  using signature = R(A...);
};

template <class T>
concept HolderLike = requires {
  typename Shape<T>::pointee;
};
template <class T>
concept OptionalLike = requires {
  typename Shape<T>::content;
};
template <class T>
concept ArrayLike = requires {
  typename Shape<T>::element;
};
template <class T>
concept TupleLike = requires {
  typename Shape<T>::members;
};
template <class T>
concept VariantLike = requires {
  typename Shape<T>::alternatives;
};
template <class T>
concept CallableLike = requires {
  typename Shape<T>::signature;
};
template <class T>
constexpr bool is_shared_ptr = false;
template <class T>
constexpr bool is_shared_ptr<std::shared_ptr<T>> = true;
template <class T>
constexpr bool is_weak_ptr = false;
template <class T>
constexpr bool is_weak_ptr<std::weak_ptr<T>> = true;
/// Whether others may hold the same object.
template <class T>
constexpr bool shares = is_shared_ptr<T> || is_weak_ptr<T>;

/// A queue or stack, which is no container here.
template <class T>
concept ContainerAdaptor = requires {
  typename T::container_type;
  typename T::value_type;
};

/// Whether a copy compiles: std::is_copy_constructible says yes for a vector of what cannot be copied, and for a class
/// that holds one; of that, generated code says it.
template <class T>
consteval bool can_copy() {
  if constexpr (ArrayLike<T>)
    return can_copy<typename Shape<T>::element>();
  else if constexpr (MapLike<T>)
    return can_copy<typename T::key_type>() && can_copy<typename T::mapped_type>();
  else if constexpr (SequenceLike<T>)
    return can_copy<typename T::value_type>();
  else if constexpr (OptionalLike<T>)
    return can_copy<typename Shape<T>::content>();
  else if constexpr (TupleLike<T>)
    return []<class... M>(std::tuple<M...>*) {
      return (can_copy<M>() && ...);
    }(static_cast<typename Shape<T>::members*>(nullptr));
  else if constexpr (VariantLike<T>)
    return []<class... M>(std::tuple<M...>*) {
      return (can_copy<M>() && ...);
    }(static_cast<typename Shape<T>::alternatives*>(nullptr));
  else if constexpr (ContainerAdaptor<T>)
    return can_copy<typename T::value_type>();
  else if constexpr (requires { Target<T>::copyable; })
    return Target<T>::copyable;
  else
    return std::is_copy_constructible_v<T>;
}

template <class T>
consteval TypeKind kind_of() {
  using K = TypeKind;
  if constexpr (HasCodec<T>) return K::codec;
  if constexpr (std::is_same_v<T, bool>) return K::boolean;
  if constexpr (std::is_same_v<T, char>) return K::character;
  if constexpr (std::is_integral_v<T>) return K::integer;
  if constexpr (std::is_same_v<T, float> || std::is_same_v<T, double>) return K::real;
  if constexpr (std::is_enum_v<T>) return K::enumeration;
  if constexpr (std::is_pointer_v<T>) {
    if constexpr (std::is_same_v<T, const char*>) return K::text;
    if constexpr (std::is_function_v<std::remove_pointer_t<T>>) return K::function;
    return K::pointer;
  }
  if constexpr (HolderLike<T>) return K::holder;
  if constexpr (is_string<T> || PathLike<T>) return K::text;
  if constexpr (ArrayLike<T> || SequenceLike<T>) return K::sequence;
  if constexpr (MapLike<T>) return K::map;
  if constexpr (OptionalLike<T>) return K::optional;
  if constexpr (TupleLike<T>) return K::tuple;
  if constexpr (VariantLike<T>) return K::variant;
  if constexpr (CallableLike<T>) return K::callable;
  if constexpr (std::is_class_v<T> || std::is_union_v<T>) return K::object;
  return K::opaque;
}

template <class T>
consteval Type describe();

}  // namespace detail

/// The description of P; P is decayed: no reference, no const.
template <class P>
inline constexpr Type type_of = detail::describe<P>();

template <class P>
constexpr const Type& type() {
  return type_of<std::remove_cvref_t<P>>;
}

namespace detail {

template <class... T>
inline constexpr std::array<const Type*, sizeof...(T)> type_list{&type_of<std::remove_cv_t<T>>...};

/// A bit-field's own: it takes fewer numbers.
template <class T, int Width>
inline constexpr Type bit_field = [] {
  Type type = type_of<T>;
  if (type.kind == TypeKind::integer || type.kind == TypeKind::enumeration) {
    type.bits = Width;
    type.parts = type_list<T>;
  }
  return type;
}();
template <class T, int Width>
inline constexpr std::array<const Type*, 1> type_list<Bits<T, Width>>{&bit_field<T, Width>};

template <class Tuple>
struct TypesOf;
template <class... T>
struct TypesOf<std::tuple<T...>> {
  static constexpr Span<const Type* const> list{type_list<T...>};
};

template <class F>
struct FunctionParts;
template <class R, class... A>
struct FunctionParts<R(A...)> {
  static constexpr Span<const Type* const> list{type_list<std::remove_cvref_t<R>, std::decay_t<A>...>};
};
template <class R, class... A>
struct FunctionParts<R(A...) noexcept> : FunctionParts<R(A...)> {};

template <class E>
consteval auto enumerator_list() {
  if constexpr (requires { Enum<E>::enumerators; }) {
    std::array<std::pair<std::string_view, std::int64_t>, std::size(Enum<E>::enumerators)> list{};
    for (std::size_t i = 0; i < list.size(); ++i)
      list[i] = {Enum<E>::enumerators[i].first, static_cast<std::int64_t>(Enum<E>::enumerators[i].second)};
    return list;
  } else {
    return std::array<std::pair<std::string_view, std::int64_t>, 0>{};
  }
}
template <class E>
inline constexpr auto enumerators_of = enumerator_list<E>();
template <class E>
inline constexpr EnumInfo enum_info{Enum<E>::name, enumerators_of<E>};

template <class T>
Value parse_text(std::string_view text);  // convert.h

template <class T>
consteval Type describe() {
  Type type;
  type.spelling = raw_name<T>();
  type.kind = kind_of<T>();
  if constexpr (std::is_arithmetic_v<T>) {
    type.is_signed = std::is_signed_v<T>;
    type.size = sizeof(T);
    type.bits = sizeof(T) * 8;
  } else if constexpr (HasCodec<T>) {
    type.parse = &parse_text<T>;
    if constexpr (requires { &Codec<T>::info; })
      if constexpr (std::is_same_v<decltype(&Codec<T>::info), const DurationInfo*>) type.duration = &Codec<T>::info;
  } else if constexpr (std::is_enum_v<T>) {
    type.is_signed = std::is_signed_v<std::underlying_type_t<T>>;
    type.size = sizeof(T);
    type.bits = sizeof(T) * 8;
    if constexpr (NamedEnum<T>) type.enumeration = &enum_info<T>;
  } else if constexpr (std::is_pointer_v<T>) {
    if constexpr (requires { FunctionParts<std::remove_pointer_t<T>>::list; })
      type.parts = FunctionParts<std::remove_pointer_t<T>>::list;
    else if constexpr (std::is_class_v<std::remove_pointer_t<T>>)
      type.parts = type_list<std::remove_cv_t<std::remove_pointer_t<T>>>;
  } else if constexpr (HolderLike<T>) {
    type.is_shared = shares<T>;
    type.parts = type_list<typename Shape<T>::pointee>;
  } else if constexpr (ArrayLike<T>) {
    type.parts = type_list<typename Shape<T>::element>;
    type.extent = std::tuple_size_v<T>;
  } else if constexpr (MapLike<T>) {
    type.parts = type_list<typename T::key_type, typename T::mapped_type>;
  } else if constexpr (SequenceLike<T>) {
    type.parts = type_list<typename T::value_type>;
  } else if constexpr (OptionalLike<T>) {
    type.parts = type_list<typename Shape<T>::content>;
  } else if constexpr (TupleLike<T>) {
    type.parts = TypesOf<typename Shape<T>::members>::list;
  } else if constexpr (VariantLike<T>) {
    type.parts = TypesOf<typename Shape<T>::alternatives>::list;
  } else if constexpr (CallableLike<T>) {
    type.parts = type_list<typename Shape<T>::signature*>;
  }
  return type;
}

/// Types that a container node may have: their content is one value.
template <class T>
concept ContainerLike =
    ArrayLike<T> || SequenceLike<T> || MapLike<T> || OptionalLike<T> || TupleLike<T> || VariantLike<T>;

}  // namespace detail
}  // namespace run
