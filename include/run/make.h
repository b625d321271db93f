// A value => the C++ object that it stands for, by the kind of its type.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

#include "run/built.h"

// A class may have an assignment of its own and no copy constructor: compilers warn of its copies.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-copy"

namespace run {
namespace detail {

template <class D>
D make(const Value& value, Built& frame);

/// Whether what a holder points to is moved there: of a base of the targets there may be nothing said.
template <class D>
consteval bool can_move_behind() {
  if constexpr (std::is_abstract_v<D> || !std::is_move_constructible_v<D> || !std::is_destructible_v<D>)
    return false;
  else if constexpr (requires { Target<D>::parameters; })
    return can_move<D>();
  else
    return std::is_nothrow_move_constructible_v<D>;
}

template <class D>
D moved(Borrowed borrowed, Built& frame) {
  D* object = static_cast<D*>(borrowed.object);
  if (borrowed.moved != nullptr) {
    *borrowed.moved = true;
    return std::move(*object);
  }
  if (borrowed.copy != nullptr) return reinterpret_cast<D (*)(const void*)>(borrowed.copy)(object);
  // Of an object of a derived class; generated code says whether such copies compile.
  if constexpr (kind_of<D>() == TypeKind::object && requires { Target<D>::parameters; } && copies<D>())
    return *object;
  else
    frame.fail_gone(type_of<D>);
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
    if constexpr (shares<D>) {
      if constexpr (is_weak_ptr<D>)
        if (value.node()->target->result == &type_of<D>)
          return moved<D>(frame.borrow(*value.node(), type_of<D>), frame);
      std::shared_ptr<void> owner = frame.share(*value.node(), type_of<Plain>);
      auto* object = static_cast<Plain*>(frame.borrow(*value.node(), type_of<Plain>).object);
      return D(std::shared_ptr<C>(std::move(owner), object));
    } else {
      return D(static_cast<Plain*>(frame.release(*value.node(), type_of<Plain>)));
    }
  }
  if constexpr (Complete<Plain> && !is_weak_ptr<D>)
    if constexpr (can_move_behind<Plain>()) return D(new Plain(make<Plain>(value, frame)));
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

/// The elements of a list. Mostly they are made already; where they are small nodes, they are made one by one.
template <class E>
class ElementMaker {
 public:
  ElementMaker(const Value& list, Built& frame) : frame_(frame) {
    if constexpr (kMayBeUnmade) is_unmade_ = frame.has_unmade(list);
  }
  E operator()(const Value& element) const {
    if constexpr (kMayBeUnmade)
      if (is_unmade_) return frame_.unmade<E>(element);
    return make<E>(element, frame_);
  }

 private:
  static constexpr bool kMayBeUnmade =
      kind_of<E>() == TypeKind::object ? can_move<E>() : kind_of<E>() == TypeKind::holder && !shares<E>;
  Built& frame_;
  bool is_unmade_ = false;
};

template <class D>
D make_sequence(const Value& value, Built& frame) {
  if (!value.is(Value::Kind::list)) frame.fail_conversion(value, type_of<D>);
  const Value::List& list = value.list();
  if constexpr (ArrayLike<D>) {
    using Element = typename Shape<D>::element;
    if (list.size() != std::tuple_size_v<D>) frame.fail_conversion(value, type_of<D>);
    const ElementMaker<Element> made_of(value, frame);
    return [&]<std::size_t... i>(std::index_sequence<i...>) { return D{made_of(list[i])...}; }
    (std::make_index_sequence<std::tuple_size_v<D>>());
  } else {
    using Element = typename D::value_type;
    D made;
    if constexpr (can_move<Element>()) {
      if constexpr (requires { made.reserve(list.size()); }) made.reserve(list.size());
      const ElementMaker<Element> made_of(value, frame);
      for (const Value& element : list) {
        if constexpr (requires { made.push_back(made_of(element)); })
          made.push_back(made_of(element));
        else
          made.insert(made.end(), made_of(element));
      }
      if constexpr (requires { made.push_back(std::declval<Element>()); })
        if (made.size() != list.size()) frame.fail(type_of<D>.name() + " does not keep all elements that it is given");
    } else {
      frame.fail(std::string("an element of ").append(type_of<D>.name()).append(" must be movable"));
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
    frame.fail(std::string("the content of ").append(type_of<D>.name()).append(" must be movable"));
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
D make_alternative(const Value& value, Built& frame, std::size_t alternative, std::tuple<First, Rest...>*) {
  if constexpr (sizeof...(Rest) > 0) {
    if (alternative != 0)
      return make_alternative<D>(value, frame, alternative - 1, static_cast<std::tuple<Rest...>*>(nullptr));
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
  if constexpr (std::is_const_v<D>) {  // an element, as the key of a std::pair<const K, V>
    return make<std::remove_const_t<D>>(value, frame);
  } else if constexpr (kind == TypeKind::object) {
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
      if (value.is(Value::Kind::opaque) && value.opaque().ops->type == &type_of<D>)
        return unwrap<D>(value.opaque(), frame);
      return make_alternative<D>(value, frame, alternative_of(type_of<D>, value),
                                 static_cast<typename Shape<D>::alternatives*>(nullptr));
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

/// The same, by itself: it would take much room at each argument of a class, of which there may be hundreds.
template <class D>
[[gnu::noinline]] D make_apart(const Value& value, Built& frame) {
  return make<D>(value, frame);
}

}  // namespace detail

template <class D>
D* Built::reference(const Value& value) {
  if constexpr (detail::kind_of<D>() == TypeKind::object) {
    if (value.is(Value::Kind::node)) return static_cast<D*>(borrow(*value.node(), type_of<D>).object);
    if (value.is(Value::Kind::opaque) && value.opaque().ops->type == &type_of<D>)
      return static_cast<D*>(value.opaque().object.get());
  }
  return temporary<D>(value);
}

template <class E>
E Built::unmade(const Value& element) {
  Node& node = *element.node();
  if constexpr (detail::kind_of<E>() == TypeKind::object) {
    Built frame(session_, node, Results::none);
    return reinterpret_cast<E (*)(Built&)>(node.target->call)(frame);
  } else {
    using Plain = std::remove_cv_t<typename detail::Shape<E>::pointee>;
    if constexpr (detail::kind_of<Plain>() == TypeKind::object && detail::can_move<Plain>() &&
                  std::is_destructible_v<Plain>) {
      if (node.target->set == nullptr) {  // what sets more is for the object where it stays
        Built frame(session_, node, Results::none);
        return E(new Plain(reinterpret_cast<Plain (*)(Built&)>(node.target->call)(frame)));
      }
    }
    return E(static_cast<Plain*>(make_unmade(node)));
  }
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
#pragma GCC diagnostic pop
