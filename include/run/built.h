// Values => C++ objects: the arguments of one call while it is built.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "run/c_array.h"
#include "run/convert.h"
#include "run/overload.h"
#include "run/target_info.h"

namespace run {
namespace detail {
class Session;
struct Entry;

/// An object that a session holds.
struct Borrowed {
  void* object = nullptr;
  bool* moved = nullptr;     // where to note that it was moved from; null: others will ask for it, or share it
  void (*copy)() = nullptr;  // D (*)(const void*) of the wanted type, or null where it cannot be copied
};

template <class D>
D make(const Value& value, Built& frame);

/// A list over elements that are there already. The language writes such lists in expressions alone, whose length is
/// known, and ends the elements with the expression; in libstdc++ and libc++ one is a pointer and a length.
template <class T>
std::initializer_list<T> list_over(const T* elements, std::size_t size) {
  struct Layout {
    const T* begin;
    std::size_t size;
  };
  return std::bit_cast<std::initializer_list<T>>(Layout{elements, size});
}
}  // namespace detail

/// Generated code asks it for the arguments of the call that it makes. Lives as long as the call.
class Built {
 public:
  Built(detail::Session& session, Node& node)
      : session_(session), node_(node), takes_as_set_(node.target->has_one_type_each) {}
  Built(const Built&) = delete;
  Built& operator=(const Built&) = delete;

  /// Whether the argument is set.
  bool has(std::size_t parameter) const { return node_.find(parameter) != nullptr; }

  /// The number of the signature that has all constructor parameters that are set, whose types fit, and that leaves the
  /// fewest to their defaults. Throws BuildError when there is none, or more than one.
  std::size_t choose(std::initializer_list<std::initializer_list<detail::Choice>> signatures) const;
  /// The same; the constructor that the configuration says wins while it fits.
  std::size_t choose(const Signatures& signatures) const { return choose(signatures.list()); }

  /// Whether the argument, of one of several types, is a P: the first that its value is exactly, or else that it fits.
  template <class P>
  bool is(std::size_t parameter) const {
    return type_meant(parameter) == &type_of<P>;
  }

  /// The argument, or its default, as a P: by value, or a reference to an object that lives until the build ends, as
  /// C++ keeps temporaries until the whole expression is done: what is made of it may be a view.
  /// Throws BuildError when it has neither.
  template <class P>
  P get(std::size_t parameter) {
    using D = std::remove_cvref_t<P>;
    const Value& value = argument(parameter, type_of<D>);
    if constexpr (std::is_same_v<P, const std::string&>)
      if (value.is(Value::Kind::string)) return value.string();
    if constexpr (std::is_lvalue_reference_v<P>) {
      return *reference<D>(value);
    } else if constexpr (std::is_rvalue_reference_v<P>) {
      return std::move(*temporary<D>(value));
    } else {
      // What it mostly is, to be compiled where it is asked for.
      if constexpr (detail::kind_of<D>() == TypeKind::integer)
        if (value.is(Value::Kind::integer)) return static_cast<D>(value.integer());
      if constexpr (detail::kind_of<D>() == TypeKind::real)
        if (value.is(Value::Kind::real)) return static_cast<D>(value.real());
      if constexpr (detail::kind_of<D>() == TypeKind::boolean)
        if (value.is(Value::Kind::boolean)) return value.boolean();
      return detail::make<D>(value, *this);
    }
  }

  /// The argument as a std::initializer_list<T>, whose elements live until the build ends, too.
  template <class T>
  std::initializer_list<T> list(std::size_t parameter) {
    auto elements = std::make_shared<std::vector<T>>(get<std::vector<T>>(parameter));
    const std::size_t size = elements->size();
    if constexpr (std::is_same_v<T, bool>) {
      const std::shared_ptr<bool[]> plain(new bool[size]);
      std::copy(elements->begin(), elements->end(), plain.get());
      keep(plain);
      return detail::list_over<bool>(plain.get(), size);
    } else {
      keep(elements);
      return detail::list_over<T>(elements->data(), size);
    }
  }

  /// Assigns the argument to a member of the object that is being made, or, where only some of that member's own
  /// members are set, those alone.
  template <class M>
  void assign(M& member, std::size_t parameter) {
    const Value* value = node_.find(parameter);
    if (value != nullptr && is_in_place(*value))
      apply_in_place(*value->node(), &member, type_of<M>);
    else
      member = get<M>(parameter);
  }

  /// The same of a member that is an array: element by element.
  template <class M, std::size_t Count>
  void assign(M (&member)[Count], std::size_t parameter) {
    auto made = get<typename detail::ArrayOf<M[Count]>::type>(parameter);
    detail::ArrayOf<M[Count]>::move(made, member);
  }

  // For the library's own templates.
  template <class D>
  D* reference(const Value& value);
  template <class D>
  D* temporary(const Value& value);
  template <class D>
  D nested(const Node& node);
  template <class T, class R>
  void apply(R& object);

  const Value& argument(std::size_t parameter, const Type& wanted) {
    const Value* value = node_.find(parameter);
    return value != nullptr && takes_as_set_ ? *value : argument_slowly(parameter, wanted);
  }
  /// The object of the node as a `wanted`, its class or a base of it; still the session's.
  detail::Borrowed borrow(const Node& node, const Type& wanted);
  /// The same for a result of exactly that type, a holder for one.
  detail::Borrowed borrow_result(const Node& node, const Type& wanted);
  /// The object that a function returned a plain pointer to, for another plain pointer: nobody owns it here. Null when
  /// the function returned null. REQUIRES: the target's holding is raw.
  void* lend(const Node& node, const Type& wanted);
  /// The object itself, to be owned by a unique_ptr; null when the function returned null.
  void* release(const Node& node, const Type& wanted);
  std::shared_ptr<void> share(const Node& node, const Type& wanted);
  /// The result of a function that gives a value, fitted to the type.
  const Value& result(const Node& node, const Type& wanted);
  bool gives(const Node& node, const Type& exact) const;
  /// A callable's state: see callable.h.
  std::shared_ptr<detail::Session> session() const;

  static bool is_in_place(const Value& value) {
    return value.is(Value::Kind::node) && value.node()->kind == NodeKind::in_place;
  }
  void apply_in_place(Node& node, void* object, const Type& type);

  const Node& node() const { return node_; }
  Node& node() { return node_; }
  /// Until the build ends.
  void keep(std::shared_ptr<void> object);

  /// Inside a handler: throws the exception on as a BuildError of this node, with the exception nested.
  [[noreturn]] void failed() const;
  [[noreturn]] void fail(const std::string& message) const;
  [[noreturn]] void fail_conversion(const Value& value, const Type& wanted) const;
  /// Of a move-only object that one build used up.
  [[noreturn]] void fail_gone(const Type& type) const;
  /// Takes a move-only opaque object, once.
  void take(const Opaque& opaque) const;
  /// Whether one of the target's signatures takes the arguments; the target is not called.
  bool tries_signatures();
  /// The name of an argument without which none of several signatures can be called; empty where one can be called, and
  /// null where the target has but one signature. Makes nothing. REQUIRES: an argument of the constructor.
  std::optional<std::string> lacks();

 private:
  const Value& argument_slowly(std::size_t parameter, const Type& wanted);
  detail::Borrowed borrow_slowly(detail::Entry& entry, const Node& node, const Type& wanted);
  void* release_slowly(detail::Entry& entry, const Node& node, const Type& wanted);
  std::size_t choose(std::span<const detail::CallForm> signatures) const;
  const Type* type_meant(std::size_t parameter) const;
  Value& keep(Value value);

  detail::Session& session_;
  Node& node_;
  bool takes_as_set_;        // each parameter has one type, which its argument was fitted to when it was set
  bool only_tries_ = false;  // see tries_signatures
};

namespace detail {

template <class D>
consteval bool can_move() {
  return std::is_move_constructible_v<D>;
}

template <class D>
D moved(Borrowed borrowed, Built& frame) {
  D* object = static_cast<D*>(borrowed.object);
  if (borrowed.moved != nullptr) {
    *borrowed.moved = true;
    return std::move(*object);
  }
  if (borrowed.copy == nullptr) frame.fail_gone(type_of<D>);
  return reinterpret_cast<D (*)(const void*)>(borrowed.copy)(object);
}

template <class D>
D unwrap(const Opaque& opaque, Built& frame) {
  if (opaque.ops->copy != nullptr) return reinterpret_cast<D (*)(const void*)>(opaque.ops->copy)(opaque.object.get());
  if constexpr (can_move<D>()) {
    frame.take(opaque);
    return std::move(*static_cast<D*>(opaque.object.get()));
  } else {
    frame.fail_gone(type_of<D>);
  }
}

template <class D>
D make_object(const Value& value, Built& frame) {
  if (value.is(Value::Kind::node)) {
    if constexpr (can_move<D>())
      return moved<D>(frame.borrow(*value.node(), type_of<D>), frame);
    else
      return frame.nested<D>(*value.node());
  }
  if (!value.is(Value::Kind::opaque) || value.opaque().ops->type != &type_of<D>)
    frame.fail_conversion(value, type_of<D>);
  return unwrap<D>(value.opaque(), frame);
}

template <class D>
D make_holder(const Value& value, Built& frame) {
  using C = typename Shape<D>::pointee;
  using Plain = std::remove_cv_t<C>;
  if (value.null()) return D{};
  if (value.is(Value::Kind::opaque)) {
    if (value.opaque().ops->type == &type_of<D>) return unwrap<D>(value.opaque(), frame);
  } else if (value.is(Value::Kind::node)) {
    if constexpr (is_shared_ptr<D>) {
      std::shared_ptr<void> owner = frame.share(*value.node(), type_of<Plain>);
      auto* object = static_cast<Plain*>(frame.borrow(*value.node(), type_of<Plain>).object);
      return D(std::move(owner), object);
    } else {
      return D(static_cast<Plain*>(frame.release(*value.node(), type_of<Plain>)));
    }
  }
  if constexpr (Complete<Plain>) {
    if constexpr (!std::is_abstract_v<Plain> && std::is_move_constructible_v<Plain> && std::is_destructible_v<Plain>)
      return D(new Plain(make<Plain>(value, frame)));
  }
  frame.fail_conversion(value, type_of<D>);
}

template <class D>
D make_text(const Value& value, Built&) {
  if constexpr (std::is_same_v<D, const char*>)
    return value.null() ? nullptr : intern(value.string()).c_str();
  else if constexpr (std::is_same_v<D, std::string_view>)
    return intern(value.string());
  else
    return D(value.string());
}

template <class D>
D make_sequence(const Value& value, Built& frame) {
  if (!value.is(Value::Kind::list)) frame.fail_conversion(value, type_of<D>);
  const Value::List& list = value.list();
  if constexpr (ArrayLike<D>) {
    using Element = typename Shape<D>::element;
    if (list.size() != std::tuple_size_v<D>) frame.fail_conversion(value, type_of<D>);
    return [&]<std::size_t... i>(std::index_sequence<i...>) { return D{make<Element>(list[i], frame)...}; }
    (std::make_index_sequence<std::tuple_size_v<D>>());
  } else {
    using Element = typename D::value_type;
    D made;
    if constexpr (requires { made.reserve(list.size()); }) made.reserve(list.size());
    if constexpr (can_move<Element>()) {
      for (const Value& element : list) {
        if constexpr (requires { made.push_back(make<Element>(element, frame)); })
          made.push_back(make<Element>(element, frame));
        else
          made.insert(made.end(), make<Element>(element, frame));
      }
    } else {
      frame.fail("an element of " + type_of<D>.name() + " must be movable");
    }
    return made;
  }
}

template <class D>
D make_map(const Value& value, Built& frame) {
  if (!value.is(Value::Kind::map)) frame.fail_conversion(value, type_of<D>);
  D made;
  for (const auto& entry : value.map())
    made.emplace(make<typename D::key_type>(entry.first, frame), make<typename D::mapped_type>(entry.second, frame));
  return made;
}

template <class D>
D make_optional(const Value& value, Built& frame) {
  using Content = typename Shape<D>::content;
  if (value.null()) return D{};
  if constexpr (can_move<Content>())
    return D(make<Content>(value, frame));
  else
    frame.fail("the content of " + type_of<D>.name() + " must be movable");
}

template <class D>
D make_tuple(const Value& value, Built& frame) {
  using Members = typename Shape<D>::members;
  if (!value.is(Value::Kind::list) || value.list().size() != std::tuple_size_v<Members>)
    frame.fail_conversion(value, type_of<D>);
  return [&]<std::size_t... i>(std::index_sequence<i...>) {
    return D{make<std::tuple_element_t<i, Members>>(value.list()[i], frame)...};
  }
  (std::make_index_sequence<std::tuple_size_v<Members>>());
}

/// Whether the value fits the type as it is.
bool fits_exactly(const Value& value, const Type& type);
/// The value, fitted to the type; false, and unchanged, where it does not fit.
bool fit(const Type& type, Value& value);

template <class D, class First, class... Rest>
D make_alternative(const Value& value, Built& frame, std::tuple<First, Rest...>*) {
  if constexpr (sizeof...(Rest) > 0) {
    if (!fits_exactly(value, type_of<First>))
      return make_alternative<D>(value, frame, static_cast<std::tuple<Rest...>*>(nullptr));
  }
  return D(std::in_place_type<First>, make<First>(value, frame));
}

template <class D>
D make_callable(const Value& value, Built& frame);  // callable.h
template <class D>
D make_function(const Value& value, Built& frame) {
  if (value.null()) return nullptr;
  if (!value.is(Value::Kind::function) || value.function().type != &type_of<D>)
    frame.fail_conversion(value, type_of<D>);
  return reinterpret_cast<D>(value.function().pointer);
}

template <class D>
D make_number(const Value& value, Built& frame) {
  if (value.is(Value::Kind::integer)) return static_cast<D>(value.integer());
  switch (value.kind()) {
    case Value::Kind::boolean:
      return static_cast<D>(value.boolean());
    case Value::Kind::natural:
      return static_cast<D>(value.natural());
    case Value::Kind::real:
      return static_cast<D>(value.real());
    case Value::Kind::enumerator:
      return static_cast<D>(value.enumerator().bits);
    default:
      frame.fail_conversion(value, type_of<D>);
  }
}

/// REQUIRES: the value fits the type D (it was fitted when it was set).
template <class D>
D make(const Value& value, Built& frame) {
  constexpr TypeKind kind = kind_of<D>();
  if constexpr (kind == TypeKind::object) {
    return make_object<D>(value, frame);
  } else {
    if constexpr (kind == TypeKind::pointer && std::is_class_v<std::remove_pointer_t<D>>) {
      using Plain = std::remove_cv_t<std::remove_pointer_t<D>>;
      if (value.is(Value::Kind::node) && value.node()->target->holding == Holding::raw)
        return static_cast<D>(static_cast<Plain*>(frame.lend(*value.node(), type_of<Plain>)));
    }
    if (value.is(Value::Kind::node) && kind != TypeKind::holder && kind != TypeKind::callable) {
      const Node& node = *value.node();
      if (frame.gives(node, type_of<D>)) {
        if constexpr (can_move<D>()) return moved<D>(frame.borrow_result(node, type_of<D>), frame);
      }
      if constexpr (kind != TypeKind::optional && kind != TypeKind::variant)
        return make<D>(frame.result(node, type_of<D>), frame);
    }
    if constexpr (kind == TypeKind::boolean || kind == TypeKind::integer || kind == TypeKind::real ||
                  kind == TypeKind::enumeration) {
      return make_number<D>(value, frame);
    } else if constexpr (kind == TypeKind::character) {
      return value.string()[0];
    } else if constexpr (kind == TypeKind::text) {
      return make_text<D>(value, frame);
    } else if constexpr (kind == TypeKind::holder) {
      return make_holder<D>(value, frame);
    } else if constexpr (kind == TypeKind::sequence) {
      return make_sequence<D>(value, frame);
    } else if constexpr (kind == TypeKind::map) {
      return make_map<D>(value, frame);
    } else if constexpr (kind == TypeKind::optional) {
      return make_optional<D>(value, frame);
    } else if constexpr (kind == TypeKind::tuple) {
      return make_tuple<D>(value, frame);
    } else if constexpr (kind == TypeKind::variant) {
      return make_alternative<D>(value, frame, static_cast<typename Shape<D>::alternatives*>(nullptr));
    } else if constexpr (kind == TypeKind::callable) {
      return make_callable<D>(value, frame);
    } else if constexpr (kind == TypeKind::function) {
      return make_function<D>(value, frame);
    } else {
      if constexpr (std::is_pointer_v<D>)
        if (value.null()) return nullptr;
      if (!value.is(Value::Kind::opaque) || value.opaque().ops->type != &type_of<D>)
        frame.fail_conversion(value, type_of<D>);
      return unwrap<D>(value.opaque(), frame);
    }
  }
}

/// Calls the setters and assigns the fields that are set.
template <class T>
concept HasSet = requires(Result<T>& object, Built& frame) {
  Target<T>::set(object, std::size_t{}, frame);
};

/// The indexes of the fields and setters that are set, in that order.
std::vector<std::size_t> after_construction(const Node& node);

template <class T>
Result<T> call_target(Built& frame) {
  try {
    if constexpr (HasSet<T>) {
      if (!after_construction(frame.node()).empty()) {
        if constexpr (std::is_move_constructible_v<Result<T>>) {
          Result<T> object = Target<T>::build(frame);
          frame.apply<T>(object);
          return object;
        } else {
          frame.fail("fields and setters of a class that cannot be moved can be set behind a pointer only");
        }
      }
    }
    return Target<T>::build(frame);
  } catch (...) {
    frame.failed();
  }
}

template <class T>
void* make_target(Built& frame, std::shared_ptr<void>& owner) {
  using R = Result<T>;
  using Object = ObjectOf<R>;
  constexpr Holding holding = holding_of<R>();
  try {
    if constexpr (std::is_void_v<R>) {
      Target<T>::build(frame);
      return nullptr;
    } else if constexpr (holding == Holding::value && HasSet<T>) {
      auto object = std::unique_ptr<R>(new R(Target<T>::build(frame)));
      frame.apply<T>(*object);
      return object.release();
    } else if constexpr (holding == Holding::value) {
      return new R(call_target<T>(frame));
    } else if constexpr (holding == Holding::shared) {
      R object = Target<T>::build(frame);
      owner = std::const_pointer_cast<Object>(object);
      return const_cast<Object*>(object.get());
    } else if constexpr (holding == Holding::unique) {
      return const_cast<Object*>(Target<T>::build(frame).release());
    } else {
      return const_cast<Object*>(Target<T>::build(frame));
    }
  } catch (...) {
    frame.failed();
  }
}

template <class T>
void construct_target(void* place, Built& frame) {
  ::new (place) Result<T>(call_target<T>(frame));
}

/// Gives the object of `node` in a frame of its own, without a copy or a move.
template <class R>
R call_node(const Node& node, Session& session) {
  Built frame(session, const_cast<Node&>(node));
  return reinterpret_cast<R (*)(Built&)>(node.target->call)(frame);
}

}  // namespace detail

template <class T, class R>
void Built::apply(R& object) {
  for (std::size_t parameter : detail::after_construction(node_)) Target<T>::set(object, parameter, *this);
}

template <class D>
D Built::nested(const Node& node) {
  if (!gives(node, type_of<D>)) fail_conversion(Value(const_cast<Node&>(node).shared_from_this()), type_of<D>);
  return detail::call_node<D>(node, session_);
}

template <class D>
D* Built::reference(const Value& value) {
  if constexpr (detail::kind_of<D>() == TypeKind::object) {
    if (value.is(Value::Kind::node)) return static_cast<D*>(borrow(*value.node(), type_of<D>).object);
    if (value.is(Value::Kind::opaque) && value.opaque().ops->type == &type_of<D>)
      return static_cast<D*>(value.opaque().object.get());
  }
  return temporary<D>(value);
}

template <class D>
D* Built::temporary(const Value& value) {
  if constexpr (std::is_abstract_v<D> || !std::is_destructible_v<D>) {
    fail_conversion(value, type_of<D>);
  } else {
    auto made = std::shared_ptr<D>(new D(detail::make<D>(value, *this)));
    keep(made);
    return made.get();
  }
}

}  // namespace run
