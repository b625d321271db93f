// C++ object => Value. The way back is in built.h.
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include "run/c_array.h"
#include "run/node.h"
#include "run/parameter.h"
#include "run/type.h"
#include "run/value.h"

// A class may have an assignment of its own and no copy constructor: compilers warn of its copies.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-copy"

namespace run {

/// Takes the members of a finished aggregate as arguments; generated `read` functions call it.
class Reader {
 public:
  explicit Reader(Node& node) : node_(node) {}

  template <class T>
  void operator()(std::size_t parameter, const T& member);

 private:
  void add(std::size_t parameter, Value value);
  Node& node_;
};

namespace detail {

/// How handles (Config, Shared, Ref, Field and so on) become values; each has a `struct run_handle` and befriends this.
struct Access {
  template <class Handle>
  static Value value(Handle&& handle) {
    return std::forward<Handle>(handle).run_value();
  }
};

template <class T>
concept HandleLike = std::is_class_v<T> && requires {
  typename T::run_handle;
};

template <class T>
concept Readable = std::is_class_v<T> && requires(const T& object, Reader& reader) {
  Target<T>::read(object, reader);
};

template <class T>
concept Comparable = requires(const T& a, const T& b) {
  { a == b } -> std::convertible_to<bool>;
};

/// Whether the type holds a container of what cannot be copied.
constexpr bool holds_move_only(const Type& type, bool within = false) {
  if (type.kind == TypeKind::pointer) return false;
  if (type.kind == TypeKind::holder) return within && !type.is_shared;
  const bool container = type.kind == TypeKind::sequence || type.kind == TypeKind::map;
  for (const Type* part : type.parts)
    if (holds_move_only(*part, within || container)) return true;
  return false;
}

template <class T>
consteval bool takes_move_only() {
  if constexpr (requires { Target<T>::parameters; }) {
    for (const Parameter& parameter : Target<T>::parameters)
      for (const Type* type : parameter.types)
        if (holds_move_only(*type)) return true;
  }
  return false;
}

/// Whether a copy of a T compiles. A class that keeps a std::vector of unique pointers says that it can be copied, and
/// cannot: generated code says so (`copyable`), and one that takes such a vector is not believed.
template <class T>
consteval bool copies() {
  if constexpr (kind_of<T>() != TypeKind::object)
    return can_copy<T>();
  else if constexpr (requires { Target<T>::copyable; })
    return Target<T>::copyable;
  else
    return can_copy<T>() && !takes_move_only<T>();
}

/// What a class is made of in one way alone, by its copy, unless it has a move, too: then there are two.
template <class T>
struct CopyOrMove {
  operator const T&() const;
  operator T&&() const;
};

/// Whether moving a D compiles. A class whose copies, as generated code says, do not compile is moved where it has a
/// move of its own: one with a virtual destructor has a copy in its place, and what is derived from it moves by that.
template <class D>
consteval bool can_move() {
  if constexpr (!std::is_move_constructible_v<D> || !requires { Target<D>::copyable; })
    return std::is_move_constructible_v<D>;
  else
    return Target<D>::copyable || std::is_nothrow_move_constructible_v<D> ||
           (!std::has_virtual_destructor_v<D> && !std::is_constructible_v<D, CopyOrMove<D>>);
}

template <class T>
T copy_of(const void* object) {
  return *static_cast<const T*>(object);
}

/// `T (*)(const void*)`, or null where T cannot be copied.
template <class T>
void (*copy_function())() {
  if constexpr (copies<T>())
    return reinterpret_cast<void (*)()>(&copy_of<T>);
  else
    return nullptr;
}

template <class T>
consteval bool compares();

/// Whether the arguments of a class template let its objects be compared: a template may say == for whatever it holds.
template <class T>
constexpr bool arguments_compare = true;
template <template <class...> class T, class... A>
constexpr bool arguments_compare<T<A...>> = ([] {
  if constexpr (std::is_class_v<A> && Complete<A>)
    return std::is_empty_v<A> || compares<A>();  // a policy without a state takes no part
  else
    return true;
}() && ...);

template <class T>
consteval bool compares() {
  if constexpr (ContainerLike<T>)
    return false;
  else
    return Comparable<T> && arguments_compare<T>;
}

template <class T>
bool opaque_equal(const void* a, const void* b) {
  return static_cast<bool>(*static_cast<const T*>(a) == *static_cast<const T*>(b));
}

template <class T>
std::string opaque_text(const void* object) {
  if constexpr (HasCodec<T>)
    return std::string(Codec<T>::to_text(*static_cast<const T*>(object)));
  else if constexpr (std::is_same_v<T, std::monostate>)
    return "null";
  else
    return real_text(static_cast<long double>(*static_cast<const T*>(object)));
}

template <class T>
OpaqueOps describe_opaque() {
  OpaqueOps ops{&type_of<T>, copy_function<T>(), nullptr, nullptr};
  if constexpr (compares<T>()) ops.equal = &opaque_equal<T>;
  if constexpr (HasCodec<T> || std::is_same_v<T, long double> || std::is_same_v<T, std::monostate>)
    ops.text = &opaque_text<T>;
  return ops;
}
template <class T>
const OpaqueOps& opaque_ops() {
  static const OpaqueOps ops = describe_opaque<T>();
  return ops;
}

Value make_opaque(std::shared_ptr<void> object, const OpaqueOps& ops);
/// Somebody else's object, for as long as that is there; it can be copied and referred to, and not be taken.
Value lent(void* object, const OpaqueOps& ops);
/// A node for a finished aggregate: without arguments, `read` adds them.
NodePtr node_for(const TargetInfo& target);
template <class T>
const TargetInfo& info();  // target_info.h

/// A configuration has one word for an optional that is empty, and for one that holds nothing.
[[noreturn]] void fail_two_kinds_of_nothing(const Type& optional);

template <class T>
Value wrap(T&& x);

template <class T, class Tuple>
Value wrap_members(Tuple&& members) {
  return std::apply(
      [](auto&&... member) {
        Value::List list;
        list.reserve(sizeof...(member));
        (list.push_back(detail::wrap(static_cast<decltype(member)>(member))), ...);
        return Value(std::move(list));
      },
      std::forward<Tuple>(members));
}

template <class U, class T>
Value wrap_object(T&& x) {
  if constexpr (Readable<U>) {
    NodePtr node = node_for(info<U>());
    Reader reader(*node);
    Target<U>::read(x, reader);
    return Value(std::move(node));
  } else if constexpr (std::is_constructible_v<U, T&&> && (copies<U>() || !std::is_lvalue_reference_v<T>)) {
    return make_opaque(std::make_shared<U>(std::forward<T>(x)), opaque_ops<U>());
  } else {
    return {};  // it can be neither copied nor moved
  }
}

/// Which alternative of the variant the value becomes; it fits one of them.
std::size_t alternative_of(const Type& variant, const Value& value);

/// Two alternatives of one kind: a number or text says less than the variant does.
template <class... T>
consteval bool have_rivals(std::tuple<T...>*) {
  using enum TypeKind;
  std::size_t texts = 0, integers = 0, reals = 0, lists = 0, maps = 0;
  for (const TypeKind kind : {kind_of<T>()...}) {
    texts += kind == text || kind == character;
    integers += kind == integer;
    reals += kind == real;
    lists += kind == sequence || kind == tuple;
    maps += kind == map;
  }
  return texts > 1 || integers > 1 || reals > 1 || lists > 1 || maps > 1;
}

/// Absent where the object can be neither described, copied nor moved.
template <class T>
Value wrap(T&& x) {
  using U = std::remove_cvref_t<T>;
  constexpr TypeKind kind = kind_of<U>();
  if constexpr (std::is_same_v<U, Value>) {
    return std::forward<T>(x);
  } else if constexpr (HandleLike<U>) {
    return Access::value(std::forward<T>(x));
  } else if constexpr (std::is_null_pointer_v<U> || std::is_same_v<U, std::nullopt_t>) {
    return Value(Value::Null{});
  } else if constexpr (kind == TypeKind::boolean) {
    return Value(static_cast<bool>(x));
  } else if constexpr (kind == TypeKind::character) {
    return Value(std::string(1, x));
  } else if constexpr (kind == TypeKind::integer) {
    if constexpr (std::is_signed_v<U>)
      return Value(static_cast<std::int64_t>(x));
    else
      return Value(static_cast<std::uint64_t>(x));
  } else if constexpr (kind == TypeKind::real) {
    return Value(static_cast<U>(x));
  } else if constexpr (kind == TypeKind::enumeration) {
    return Value(EnumValue{static_cast<std::int64_t>(x), &type_of<U>});
  } else if constexpr (std::rank_v<U> == 1 && std::is_same_v<std::remove_extent_t<U>, char>) {
    return Value(array_of(x));
  } else if constexpr (std::is_convertible_v<T, std::string_view> && kind != TypeKind::object &&
                       kind != TypeKind::pointer) {  // a char* may be written to
    if constexpr (std::is_pointer_v<U>)
      return x == nullptr ? Value(Value::Null{}) : Value(std::string(x));
    else
      return Value(std::string(std::string_view(x)));
  } else if constexpr (std::is_array_v<U>) {
    Value::List list;
    for (auto& element : x) list.push_back(detail::wrap(element));
    return Value(std::move(list));
  } else if constexpr (kind == TypeKind::text) {
    return Value(std::string(x.string()));
  } else if constexpr (kind == TypeKind::sequence) {
    Value::List list;
    list.reserve(x.size());
    if constexpr (std::is_lvalue_reference_v<T>)
      for (const auto& element : x) list.push_back(detail::wrap(static_cast<const typename U::value_type&>(element)));
    else
      for (auto&& element : x) {
        // A set gives none of what can only be moved.
        if constexpr (std::is_constructible_v<typename U::value_type, decltype(std::move(element))>)
          list.push_back(detail::wrap(static_cast<typename U::value_type>(std::move(element))));
        else
          return {};
      }
    return Value(std::move(list));
  } else if constexpr (kind == TypeKind::map) {
    Value::Map map;
    for (auto& entry : x) {
      if constexpr (std::is_lvalue_reference_v<T>)
        map.emplace_back(detail::wrap(entry.first), detail::wrap(entry.second));
      else
        map.emplace_back(detail::wrap(entry.first), detail::wrap(std::move(entry.second)));
    }
    return Value(std::move(map));
  } else if constexpr (kind == TypeKind::optional) {
    if (!x.has_value()) return Value(Value::Null{});
    Value held = detail::wrap(*std::forward<T>(x));
    if (held.null()) fail_two_kinds_of_nothing(type_of<U>);
    return held;
  } else if constexpr (kind == TypeKind::tuple) {
    return wrap_members<U>(std::forward<T>(x));
  } else if constexpr (kind == TypeKind::variant) {
    if constexpr (have_rivals(static_cast<typename Shape<U>::alternatives*>(nullptr)) && copies<U>()) {
      // What would become another alternative stays the object that it is.
      Value value = std::visit([](const auto& alternative) { return detail::wrap(alternative); }, std::as_const(x));
      if (alternative_of(type_of<U>, value) != x.index()) return wrap_object<U>(std::forward<T>(x));
      return value;
    }
    return std::visit([](auto&& alternative) { return detail::wrap(static_cast<decltype(alternative)>(alternative)); },
                      std::forward<T>(x));
  } else if constexpr (kind == TypeKind::holder || kind == TypeKind::pointer || kind == TypeKind::callable) {
    bool is_empty;
    if constexpr (is_weak_ptr<U>)
      is_empty = x.expired();
    else
      is_empty = !x;
    if (is_empty) return Value(Value::Null{});
    // A std::function that holds a function of its signature says no more than the function does.
    if constexpr (kind == TypeKind::callable) {
      using Pointer = typename Shape<U>::signature*;
      if constexpr (requires { x.template target<Pointer>(); })
        if (const Pointer* function = x.template target<Pointer>(); function != nullptr) return detail::wrap(*function);
    }
    return wrap_object<U>(std::forward<T>(x));
  } else if constexpr (kind == TypeKind::function) {
    if (!x) return Value(Value::Null{});
    return Value(FunctionValue{reinterpret_cast<void (*)()>(x), &type_of<U>});
  } else if constexpr (std::is_function_v<U>) {
    return Value(FunctionValue{reinterpret_cast<void (*)()>(&x), &type_of<U*>});
  } else {
    return wrap_object<U>(std::forward<T>(x));
  }
}

template <class T>
Value parse_text(std::string_view text) {
  return detail::wrap(Codec<T>::from_text(text));
}

}  // namespace detail

/// The value of a finished object. An aggregate that is a target becomes a node. Never inlined: a class of a hundred
/// members has a hundred defaults.
template <class T>
[[gnu::noinline]] Value value(const T& object) {
  return detail::wrap(object);
}
template <class T>
[[gnu::noinline]] Value value(T&& object) requires(!std::is_reference_v<T>) {
  return detail::wrap(std::move(object));
}

template <class T>
void Reader::operator()(std::size_t parameter, const T& member) {
  add(parameter, detail::wrap(member));
}

}  // namespace run
#pragma GCC diagnostic pop
